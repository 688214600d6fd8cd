// The call screen: starts its parts, in the order in which they rely on one another.

import * as company from "./company.js";
import * as draft from "./draft.js";
import * as figures from "./figures.js";
import * as keys from "./keys.js";
import * as lines from "./lines.js";
import * as preview from "./preview.js";
import * as send from "./send.js";
import * as timer from "./timer.js";
import * as catalogue from "./catalogue.js";

for (const part of [lines, company, figures, timer, preview, send, keys, catalogue, draft]) part.start();
document.documentElement.dataset.call = "ready";
