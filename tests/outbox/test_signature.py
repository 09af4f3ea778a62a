"""What is signed, by the example of the standard."""

import base64

from cocket.outbox.signature import headers, shown

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # the example of Standard Webhooks, which is public


def test_it_signs_as_the_standard_s_own_example() -> None:
    """The example of the specification's libraries: secret, id, second and payload with its signature."""
    secret = base64.b64decode(SECRET.removeprefix("whsec_"))
    made = headers(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}')
    assert made["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    assert made["webhook-id"] == "msg_p5jXN8AQM9LWM0D4loKWxJek"
    assert made["webhook-timestamp"] == "1614265330"


def test_the_secret_is_shown_in_the_form_that_libraries_take() -> None:
    assert shown(base64.b64decode(SECRET.removeprefix("whsec_"))) == SECRET


def test_another_body_has_another_signature() -> None:
    one, other = (headers(b"k", "msg_1", 1, body)["webhook-signature"] for body in (b"{}", b"{ }"))
    assert one != other
