"""The description of the interface: as ninja makes it of the operations, with refusals in the form that they have."""

from typing import Any

from ninja import NinjaAPI

from cocket.api.problems import CONTENT_TYPE


class Described(NinjaAPI):
    def get_openapi_schema(self, **settings: Any) -> Any:  # noqa: ANN401  # ninja's own
        schema = super().get_openapi_schema(**settings)
        for operations in schema["paths"].values():
            for operation in operations.values():
                for status, response in operation["responses"].items():
                    if int(status) >= 400 and "content" in response:
                        (shape,) = response["content"].values()
                        response["content"] = {CONTENT_TYPE: shape}
        return schema
