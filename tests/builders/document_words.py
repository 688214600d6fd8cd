"""The words of the documents that tests are made of, in three languages."""
# ruff: noqa: E501 - texts of a page are long lines

UK = {
    "brand": "Повітря Плюс",
    "title": "Комерційна пропозиція КП-101 для ТОВ «Карпатські меблі»",
    "company": "ТОВ «Карпатські меблі»",
    "contact": "Олена Бойко",
    "footer": "Повітря Плюс · КП-101 для ТОВ «Карпатські меблі»",
    "kicker": "Комерційна пропозиція КП-101 · 22 листопада 2026 р.",
    "cover.heading": "Компресорна, яка поверне вкладення за 11 місяців",
    "cover.lead": "Розрахунок для ТОВ «Карпатські меблі»: дві лінії, 6 200 годин роботи на рік, тариф 6,40 ₴ за кВт·год",
    "greeting": "Олено, добрий день!",
    "letter": "Сьогодні телефоном ви сказали, що рахунок за електроенергію зріс на чверть і що бюджет на наступний рік закривається у грудні. Тому ми почали з грошей: на третій сторінці — повний розрахунок, що ви платите зараз, що платитимете і коли вкладення повернуться.\n\nЦіни зафіксовано до 6 грудня. Якщо щось у вихідних даних не так, відповідайте на лист: перерахуємо за хвилину.",
    "manager": "Андрій Клименко",
    "position": "інженер-консультант",
    "validity": "Дійсна до 6 грудня 2026 р.",
    "source": "каталог, версія 3",
    "source.calculated": "розраховано за вашими даними",
    "solution.section": "Рішення",
    "solution.heading": "Що ви отримуєте і скільки це коштує",
    "solution.lead": "Комплект підібрано під витрату 9,8 м³/хв і робочий тиск 7,5 бар — із запасом 15 % на третю лінію, яку ви плануєте у 2027 році.",
    "columns": "Позиція|К-сть|Ціна, ₴|Знижка|Сума, ₴",
    "items": """
Гвинтовий компресор ВК-55 ЧР|55 кВт · 4,1–10,2 м³/хв · 7,5 бар · частотний привід|Компресори|1284000|1|шт.
Осушувач рефрижераторний ОР-120|12 м³/хв · точка роси +3 °C|Підготовка повітря|268400|1|шт.
Ресивер РВ-900|900 л · 10 бар · паспорт посудини|Ресивери|74500|2|шт.
Магістральні фільтри МФ-12|комплект 1 мкм + 0,01 мкм|Підготовка повітря|31800|2|компл.
Блок керування БК-4|до чотирьох компресорів, віддалений доступ|Автоматика|96900|1|шт.
Монтаж і пусконалагодження|виїзд двох інженерів, навчання зміни|Послуги|112500|1|послуга
Трубопровід алюмінієвий ТА-63|Ø 63 мм · 10 бар · довжина 6 м|Трубопроводи|5480|14|м
""",
    "list_total": "Сума за прайсом",
    "discount": "Знижка за комплект, 7 %",
    "tax": "У тому числі ПДВ 20 %",
    "total": "Разом",
    "words_tail": ", у тому числі ПДВ 20 %.",
    "discount_note": "Знижку 7 % надано за замовлення комплекту цілком; вона діє для всіх клієнтів, які замовляють комплект.",
    "count": "{count} поз.",
    "grouped_note": "Усі позиції ({count}) з цінами — у специфікації Excel, яка додається до листа.",
    "reason.title": "Чому саме частотне регулювання",
    "reason.text": "На деревообробці витрата повітря змінюється протягом зміни у 2–3 рази. Звичайний компресор у паузах працює вхолосту і витрачає до 35 % потужності; частотний знижує оберти вслід за витратою.",
    "economics.section": "Економіка",
    "economics.heading": "Вкладення повертаються до жовтня 2027 року",
    "economics.lead": "Накопичений грошовий потік за три роки, з урахуванням обслуговування та зростання тарифу на 6 % на рік.",
    "never.heading": "За три роки вкладення не повертаються — ось що ви отримуєте натомість",
    "never.lead": "За нинішнього завантаження заощадження менше за ціну обладнання. Кажемо про це прямо.",
    "unknown.heading": "Що зміниться для вашого підприємства",
    "unknown.lead": "Суму заощаджень порахуємо після двох тижнів вимірювань. Ось що відомо вже зараз.",
    "figures": """
payback|11|міс.|окупність
payback_long|11|місяців|термін окупності за вашого завантаження
roi|230|%|ROI за 3 роки
roi_long|230|%|рентабельність вкладень за три роки
npv|3,1|млн ₴|NPV за ставки 16 %
npv_negative|−1,2|млн ₴|NPV за ставки 16 %
irr|98|%|IRR
saving|168 400|₴|заощадження на електроенергії щомісяця
""",
    "chart.title": "Накопичений грошовий потік",
    "chart.description": "Стовпчики за місяцями: від −1,8 млн ₴ у грудні 2026 року до 4,2 млн ₴ у грудні 2029 року; нуль перетинається на 11-му місяці.",
    "chart.unit": "млн ₴",
    "chart.payback": "11-й місяць: вкладення повернулися",
    "before_after": """
Зараз і після заміни, на рік
Електроенергія зараз|4412000|
Електроенергія після|2586000|
Обслуговування зараз|412000|
Обслуговування після|217200|
Заощадження на рік|2020800|1
""",
    "scenarios": """
Якщо умови зміняться
Завантаження нижче на 20 %|14|
Тариф не зростає|12|
Тариф зростає на 10 % на рік|10|
Базовий розрахунок|11|1
""",
    "assumptions": "На чому ґрунтується розрахунок",
    "assumption_rows": """
Годин роботи на рік|6 200 год|told
Тариф|6,40 ₴/кВт·год|told
Потужність зараз|110 кВт|told
Частка холостого ходу|35 %|assumed
Зростання тарифу|6 % на рік|assumed
Ставка дисконтування|16 %|assumed
""",
    "origin.told": "ви повідомили",
    "origin.assumed": "наше припущення",
    "benefits": "Крім грошей",
    "benefit_rows": """
Рівний тиск|Коливання тиску не перевищують 0,1 бар: менше браку на фарбуванні та пневмоінструменті.
Тиша в цеху|68 дБ замість 82: окреме приміщення для компресорної не потрібне.
Запас на третю лінію|15 % продуктивності лишається для лінії, яку ви плануєте у 2027 році.
""",
    "economics.note": "Розрахунок виконано за даними, які ви повідомили, і має оцінковий характер.",
    "next.section": "Далі",
    "next.heading": "Рекомендації для вашого виробництва і наступний крок",
    "next.lead": "Підібрано за тим, що обирали інші меблеві фабрики з таким самим комплектом.",
    "recommendations": """
Рекуперація тепла РТ-40|Гріє сушильну камеру теплом компресора, без витрат на газ.|Обрали 7 з 10 меблевих фабрик із частотним компресором|184000|окупність −1 місяць
Моніторинг витрати МВ-2|Показує витоки за цехами; у середньому знаходить 18 % втрат повітря.|Обрали 4 з 10 меблевих фабрик|62500|
Сервіс на 3 роки|Фіксує вартість обслуговування і подовжує гарантію до 36 місяців.|Правило каталогу для компресорів від 45 кВт|178800|
""",
    "steps_title": "Як усе відбуватиметься",
    "steps": """
Погодження|підтверджуєте склад|1 день
Договір і аванс|50 %, рахунок у день договору|2 дні
Постачання|зі складу в Києві|10 днів
Запуск|монтаж і навчання зміни|3 дні
""",
    "accept.heading": "Прийміть пропозицію онлайн",
    "accept.text": "Наведіть камеру: відкриється сторінка пропозиції, де можна поставити запитання або підтвердити замовлення. Ціни зафіксовано до 6 грудня 2026 р.",
    "terms": """
Постачання|Склад у Києві, 10 робочих днів після авансу.
Оплата|50 % аванс, 50 % за готовністю до відвантаження.
Гарантія|24 місяці на обладнання, 12 місяців на роботи.
""",
    "signatures": """
Генеральний директор ТОВ «Повітря Плюс»|К. В. Орленко
ТОВ «Карпатські меблі»|підпис, дата
""",
    "legal": "ТОВ «Повітря Плюс» · код 00000000 · 04000, м. Київ, вул. Вигадана, 1 · IBAN UA00 0000 0000 0000 0000 0000 0000 0. Ціни вказано у гривнях з ПДВ 20 %; пропозиція не є публічною офертою.",
}

RU = {
    "brand": "ТеплоПром",
    "title": "Коммерческое предложение КП-101 для ТОО «Степная мебель»",
    "company": "ТОО «Степная мебель»",
    "contact": "Елена Воронова",
    "footer": "ТеплоПром · КП-101 для ТОО «Степная мебель»",
    "kicker": "Коммерческое предложение КП-101 · 22 ноября 2026 г.",
    "cover.heading": "Компрессорная, которая вернёт вложения за 11 месяцев",
    "cover.lead": "Расчёт для ТОО «Степная мебель»: две линии, 6 200 часов работы в год, тариф 64 ₸ за кВт·ч",
    "greeting": "Елена Сергеевна, здравствуйте!",
    "letter": "Сегодня по телефону вы сказали, что счёт за электроэнергию вырос на четверть и что бюджет на следующий год закрывается в декабре. Поэтому мы начали с денег: на третьей странице полный расчёт — что вы платите сейчас, что будете платить и когда вложения вернутся.\n\nЦены зафиксированы до 6 декабря. Если что-то в исходных данных не так, ответьте на письмо: пересчитаем за минуту.",
    "manager": "Андрей Климов",
    "position": "инженер-консультант",
    "validity": "Действительно до 6 декабря 2026 г.",
    "source": "каталог, версия 3",
    "source.calculated": "рассчитано по вашим данным",
    "solution.section": "Решение",
    "solution.heading": "Что вы получаете и сколько это стоит",
    "solution.lead": "Комплект подобран под расход 9,8 м³/мин и рабочее давление 7,5 бар — с запасом 15 % на третью линию, которую вы планируете в 2027 году.",
    "columns": "Позиция|Кол-во|Цена, ₸|Скидка|Сумма, ₸",
    "items": """
Винтовой компрессор ВК-55 ЧР|55 кВт · 4,1–10,2 м³/мин · 7,5 бар · частотный привод|Компрессоры|1284000|1|шт.
Осушитель рефрижераторный ОР-120|12 м³/мин · точка росы +3 °C|Подготовка воздуха|268400|1|шт.
Ресивер РВ-900|900 л · 10 бар · паспорт сосуда|Ресиверы|74500|2|шт.
Магистральные фильтры МФ-12|комплект 1 мкм + 0,01 мкм|Подготовка воздуха|31800|2|компл.
Блок управления БУ-4|до четырёх компрессоров, удалённый доступ|Автоматика|96900|1|шт.
Монтаж и пусконаладка|выезд двух инженеров, обучение смены|Услуги|112500|1|услуга
""",
    "list_total": "Сумма по прайсу",
    "discount": "Скидка за комплект, 7 %",
    "tax": "В том числе НДС 20 %",
    "total": "Итого",
    "words_tail": ", в том числе НДС 20 %.",
    "discount_note": "Скидка 7 % предоставлена за заказ комплекта целиком и действует для всех клиентов, заказывающих комплект.",
    "count": "{count} поз.",
    "grouped_note": "Все позиции ({count}) с ценами — в спецификации Excel, приложенной к письму.",
    "reason.title": "Почему именно частотное регулирование",
    "reason.text": "На деревообработке расход воздуха меняется в течение смены в 2–3 раза. Обычный компрессор в паузах работает вхолостую и тратит до 35 % мощности; частотный снижает обороты вслед за расходом.",
    "economics.section": "Экономика",
    "economics.heading": "Вложения возвращаются к октябрю 2027 года",
    "economics.lead": "Накопленный денежный поток за три года, с учётом обслуживания и роста тарифа на 6 % в год.",
    "never.heading": "За три года вложения не возвращаются — вот что вы получаете взамен",
    "never.lead": "При нынешней загрузке экономия меньше цены оборудования. Говорим об этом прямо.",
    "unknown.heading": "Что изменится для вашего предприятия",
    "unknown.lead": "Сумму экономии посчитаем после двух недель замеров. Вот что известно уже сейчас.",
    "figures": """
payback|11|мес.|окупаемость
payback_long|11|месяцев|срок окупаемости при вашей загрузке
roi|230|%|ROI за 3 года
roi_long|230|%|рентабельность вложений за три года
npv|37,2|млн ₸|NPV при ставке 16 %
npv_negative|−14,4|млн ₸|NPV при ставке 16 %
irr|98|%|IRR
saving|2 020 800|₸|экономия на электроэнергии в месяц
""",
    "chart.title": "Накопленный денежный поток",
    "chart.description": "Столбики по месяцам: от −22 млн ₸ в декабре 2026 года до 51 млн ₸ в декабре 2029 года; ноль пересекается на 11-м месяце.",
    "chart.unit": "млн ₸",
    "chart.payback": "11-й месяц: вложения вернулись",
    "before_after": """
Сейчас и после замены, в год
Электроэнергия сейчас|4412000|
Электроэнергия после|2586000|
Обслуживание сейчас|412000|
Обслуживание после|217200|
Экономия в год|2020800|1
""",
    "scenarios": """
Если условия изменятся
Загрузка ниже на 20 %|14|
Тариф не растёт|12|
Тариф растёт на 10 % в год|10|
Базовый расчёт|11|1
""",
    "assumptions": "На чём основан расчёт",
    "assumption_rows": """
Часов работы в год|6 200 ч|told
Тариф|64 ₸/кВт·ч|told
Мощность сейчас|110 кВт|told
Доля простоя|35 %|assumed
Рост тарифа|6 % в год|assumed
Ставка дисконтирования|16 %|assumed
""",
    "origin.told": "вы сообщили",
    "origin.assumed": "наше допущение",
    "benefits": "Кроме денег",
    "benefit_rows": """
Ровное давление|Колебания давления не превышают 0,1 бар: меньше брака на покраске и пневмоинструменте.
Тишина в цехе|68 дБ вместо 82: отдельное помещение для компрессорной не нужно.
""",
    "economics.note": "Расчёт выполнен по данным, которые вы сообщили, и носит оценочный характер.",
    "next.section": "Дальше",
    "next.heading": "Рекомендации для вашего производства и следующий шаг",
    "next.lead": "Подобраны по тому, что выбирали другие мебельные фабрики с таким же комплектом.",
    "recommendations": """
Рекуперация тепла РТ-40|Греет сушильную камеру теплом компрессора, без затрат на газ.|Выбрали 7 из 10 мебельных фабрик с частотным компрессором|184000|окупаемость −1 месяц
Мониторинг расхода МР-2|Показывает утечки по цехам; в среднем находит 18 % потерь воздуха.|Выбрали 4 из 10 мебельных фабрик|62500|
Сервис на 3 года|Фиксирует стоимость обслуживания и продлевает гарантию до 36 месяцев.|Правило каталога для компрессоров от 45 кВт|178800|
""",
    "steps_title": "Как всё пройдёт",
    "steps": """
Согласование|подтверждаете состав|1 день
Договор и аванс|50 %, счёт в день договора|2 дня
Поставка|со склада в Астане|10 дней
Запуск|монтаж и обучение смены|3 дня
""",
    "accept.heading": "Примите предложение онлайн",
    "accept.text": "Наведите камеру: откроется страница предложения, где можно задать вопрос или подтвердить заказ. Цены зафиксированы до 6 декабря 2026 г.",
    "terms": """
Поставка|Склад в Астане, 10 рабочих дней после аванса.
Оплата|50 % аванс, 50 % по готовности к отгрузке.
Гарантия|24 месяца на оборудование, 12 месяцев на работы.
""",
    "signatures": """
Генеральный директор ТОО «ТеплоПром»|К. В. Орлов
ТОО «Степная мебель»|подпись, дата
""",
    "legal": "ТОО «ТеплоПром» · БИН 000000000000 · Астана, ул. Вымышленная, 1. Цены указаны в тенге с НДС 20 % и не являются публичной офертой.",
}

EN = {
    "brand": "Northwind Air",
    "title": "Proposal Q-101 for Harbour Joinery Ltd",
    "company": "Harbour Joinery Ltd",
    "contact": "Helen Ward",
    "footer": "Northwind Air · Q-101 for Harbour Joinery Ltd",
    "kicker": "Proposal Q-101 · 22 November 2026",
    "cover.heading": "A compressor room that pays for itself in 11 months",
    "cover.lead": "Worked out for Harbour Joinery Ltd: two lines, 6,200 running hours a year, €0.14 per kWh",
    "greeting": "Dear Helen,",
    "letter": "On the phone today you said that your electricity bill has grown by a quarter and that next year’s budget closes in December. So we began with the money: page three has the whole calculation — what you pay now, what you will pay, and when the investment is back.\n\nPrices hold until 6 December. If any of the inputs is wrong, reply to the mail: we recalculate within a minute.",
    "manager": "Andrew Clement",
    "position": "consulting engineer",
    "validity": "Valid until 6 December 2026",
    "source": "catalogue, version 3",
    "source.calculated": "calculated from your data",
    "solution.section": "Solution",
    "solution.heading": "What you get and what it costs",
    "solution.lead": "Sized for 9.8 m³/min at 7.5 bar working pressure, with a reserve of 15% for the third line you plan for 2027.",
    "columns": "Item|Qty|Price, €|Discount|Sum, €",
    "items": """
Screw compressor VK-55 VSD|55 kW · 4.1–10.2 m³/min · 7.5 bar · variable speed|Compressors|1284000|1|pc
Refrigeration dryer OR-120|12 m³/min · dew point +3 °C|Air treatment|268400|1|pc
Receiver RV-900|900 l · 10 bar · vessel certificate|Receivers|74500|2|pcs
Line filters MF-12|set of 1 µm + 0.01 µm|Air treatment|31800|2|sets
Controller BU-4|up to four compressors, remote access|Controls|96900|1|pc
Installation and start-up|two engineers on site, training of the shift|Services|112500|1|service
""",
    "list_total": "List price total",
    "discount": "Package discount, 7%",
    "tax": "Including VAT 20%",
    "total": "Total",
    "words_tail": ", including VAT 20%.",
    "discount_note": "The discount of 7% is given for ordering the whole package and holds for every client who does.",
    "count": "{count} lines",
    "grouped_note": "All {count} lines with their prices are in the Excel specification attached to the mail.",
    "reason.title": "Why variable speed",
    "reason.text": "In woodworking the demand for air changes two- or threefold during a shift. An ordinary compressor idles in the pauses and takes up to 35% of its power; a variable-speed one slows down with the demand.",
    "economics.section": "Economics",
    "economics.heading": "The investment is back by October 2027",
    "economics.lead": "Cumulative cash flow over three years, maintenance and a tariff growth of 6% a year included.",
    "never.heading": "The investment does not come back within three years — here is what you get instead",
    "never.lead": "At the present load the saving is smaller than the price of the equipment. We say so plainly.",
    "unknown.heading": "What changes for your company",
    "unknown.lead": "We work out the saving after two weeks of measuring. This is what is known already.",
    "figures": """
payback|11|months|payback
payback_long|11|months|payback at your load
roi|230|%|ROI over 3 years
roi_long|230|%|return on the investment over three years
npv|€68k||NPV at 16%
npv_negative|−€26k||NPV at 16%
irr|98|%|IRR
saving|€3,705||saved on electricity every month
""",
    "chart.title": "Cumulative cash flow",
    "chart.description": "Bars by month: from −€40k in December 2026 to €93k in December 2029; zero is crossed in month 11.",
    "chart.unit": "€ thousand",
    "chart.payback": "Month 11: the investment is back",
    "before_after": """
Now and after, per year
Electricity now|4412000|
Electricity after|2586000|
Maintenance now|412000|
Maintenance after|217200|
Saving per year|2020800|1
""",
    "scenarios": """
If conditions change
Load 20% lower|14|
Tariff does not grow|12|
Tariff grows by 10% a year|10|
Base case|11|1
""",
    "assumptions": "What the calculation rests on",
    "assumption_rows": """
Running hours a year|6,200 h|told
Tariff|€0.14/kWh|told
Power now|110 kW|told
Share of idling|35%|assumed
Tariff growth|6% a year|assumed
Discount rate|16%|assumed
""",
    "origin.told": "you told us",
    "origin.assumed": "our assumption",
    "benefits": "Beyond money",
    "benefit_rows": """
Steady pressure|Pressure stays within 0.1 bar: fewer rejects in painting and pneumatic tools.
A quiet shop|68 dB instead of 82: no separate room for the compressor.
""",
    "economics.note": "Calculated from the data you gave us; an estimate.",
    "next.section": "Next",
    "next.heading": "Recommended for your production, and the next step",
    "next.lead": "Chosen by what other joineries took with the same package.",
    "recommendations": """
Heat recovery RT-40|Heats the drying kiln with the compressor’s own heat, without gas.|Taken by 7 of 10 joineries with a variable-speed compressor|184000|payback −1 month
Flow monitoring MR-2|Shows leaks by shop; finds 18% of lost air on average.|Taken by 4 of 10 joineries|62500|
Three years of service|Fixes the cost of maintenance and extends the warranty to 36 months.|A rule of the catalogue for compressors from 45 kW|178800|
""",
    "steps_title": "How it goes",
    "steps": """
Approval|you confirm the scope|1 day
Contract and advance|50%, invoiced the same day|2 days
Delivery|from the stock in Rotterdam|10 days
Start-up|installation and training|3 days
""",
    "accept.heading": "Accept the proposal online",
    "accept.text": "Point your camera: the proposal’s page opens, where you can ask a question or confirm the order. Prices hold until 6 December 2026.",
    "terms": """
Delivery|Stock in Rotterdam, 10 working days after the advance.
Payment|50% in advance, 50% when ready for dispatch.
Warranty|24 months on equipment, 12 months on work.
""",
    "signatures": """
Managing Director, Northwind Air Ltd|K. Orwell
Harbour Joinery Ltd|signature, date
""",
    "legal": "Northwind Air Ltd · company no. 00000000 · 1 Imaginary Street, London. Prices in euro including VAT 20%; this is no public offer.",
}

WORDS = {"uk": UK, "ru": RU, "en": EN}
