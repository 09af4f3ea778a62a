"""The same draw as most would write it with Django: select_for_update in a transaction, one draw at a time."""

from typing import Any

from bench.measure import CannotRunError

try:
    import django
    from django.conf import settings
    from django.db import connections, models, transaction
except ImportError:
    raise CannotRunError("Django, the peer, is not installed; run ./dev bench instead of python -m bench") from None

LIMIT = 10**15


def configure(host: str, port: int, user: str, name: str, schema: str) -> None:
    """Once in a process."""
    database = {
        "ENGINE": "django.db.backends.postgresql", "HOST": host, "PORT": str(port), "USER": user, "NAME": name,
        "CONN_MAX_AGE": None, "OPTIONS": {"options": f"-csearch_path={schema}"},
    }  # fmt: skip
    settings.configure(DATABASES={"default": database}, USE_TZ=True, DEFAULT_AUTO_FIELD="django.db.models.BigAutoField")
    django.setup()


def models_of() -> tuple[Any, Any]:
    class Line(models.Model):
        name = models.CharField(max_length=64, unique=True)
        limit = models.BigIntegerField()
        drawn = models.BigIntegerField(default=0)

        class Meta:
            app_label = "peer"

    class Draw(models.Model):
        line = models.ForeignKey(Line, on_delete=models.PROTECT)
        declaration = models.CharField(max_length=64, unique=True)
        quantity = models.BigIntegerField()
        accepted = models.BooleanField()
        created = models.DateTimeField(auto_now_add=True)

        class Meta:
            app_label = "peer"

    return Line, Draw


class Peer:
    """Tables with ``count`` lines; one connection for each thread, kept as a server would."""

    def __init__(self, count: int) -> None:
        self.line, self.draws = models_of()
        with connections["default"].schema_editor() as editor:
            editor.create_model(self.line)
            editor.create_model(self.draws)
        self.line.objects.bulk_create([self.line(name=f"L-{number}", limit=LIMIT) for number in range(count)])

    def draw(self, name: str, declaration: str, quantity: int) -> bool:
        with transaction.atomic():
            line = self.line.objects.select_for_update().get(name=name)
            earlier = self.draws.objects.filter(declaration=declaration).first()
            if earlier is not None:
                return bool(earlier.accepted)
            accepted = line.drawn + quantity <= line.limit
            if accepted:
                line.drawn += quantity
                line.save()
            self.draws.objects.create(line=line, declaration=declaration, quantity=quantity, accepted=accepted)
            return bool(accepted)

    @staticmethod
    def close() -> None:
        connections.close_all()
