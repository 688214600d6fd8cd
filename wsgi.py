"""What gunicorn and flask start."""

from app.factory import create_app
from app.settings import settings_or_exit

app = create_app(settings_or_exit())
