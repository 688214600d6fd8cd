"""What gunicorn and flask start."""

from app.factory import create_app

app = create_app()
