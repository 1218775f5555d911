"""Values: frozen dataclasses, each made when somebody first uses it.

A command loads 170 of them and uses half. Python 3.11 compiles six methods for each, which was a sixth of the time of a
check. `dataclass` is that of the standard library, for which a frozen class waits until its fields or one of these
methods are asked for; with other options than `frozen` there is no waiting. Not for classes that threads use first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses

    GIVEN = (
        *("__dataclass_fields__", "__dataclass_params__", "__match_args__", "__init__", "__repr__", "__eq__"),
        *("__hash__", "__setattr__", "__delattr__"),
    )

    def dataclass(cls: type | None = None, /, **asked: Any) -> Any:
        """`dataclasses.dataclass`; what it gives to a class that is only `frozen`, it gives later."""
        if cls is not None or asked != {"frozen": True}:
            return dataclasses.dataclass(cls, **asked)
        return _waiting

    def _waiting(cls: type) -> type:
        names = [name for name in GIVEN if name not in vars(cls)]
        for name in names:
            setattr(cls, name, _Late(cls, name, names))
        return cls

    class _Late:
        """Stands for what a class will be given, under one of its names: whoever asks for it has all of that made."""

        def __init__(self, cls: type, name: str, names: list[str]) -> None:
            self.cls, self.name, self.names = cls, name, names

        def __get__(self, instance: object, owner: type) -> Any:
            if vars(self.cls).get(self.name) is self:
                for name in self.names:
                    delattr(self.cls, name)
                dataclasses.dataclass(frozen=True)(self.cls)
            return getattr(owner if instance is None else instance, self.name)
