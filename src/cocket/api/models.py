"""What was answered under which key, so that whoever asks again gets the first answer."""

from django.db import models


class Answered(models.Model):
    """``key`` with the organisation before it, where accounts are kept. ``digest`` tells the same request from another
    one; ``status`` 0 stands only while the answer is being made."""

    key = models.CharField(primary_key=True, max_length=110)
    digest = models.BinaryField()
    status = models.PositiveSmallIntegerField()
    body = models.TextField()
    recorded = models.DateTimeField()

    class Meta:
        db_table = "api_answered"
