"""Make a new vault usable: who works with it, for which centre, and the units that are there from the start."""

from assessor_app.domain.profile import Profile
from assessor_app.domain.units import Unit
from assessor_app.usecases.ports import Ports


def set_up(ports: Ports, profile: Profile) -> None:
    """Record the profile and the shipped units."""
    with ports.store.writing("set up vault") as records:
        records.put_profile(profile)
        for unit in ports.shipped_units():
            records.put_unit(unit)


def change_profile(ports: Ports, profile: Profile) -> None:
    """Record a changed profile; sheets that were frozen before keep what they say."""
    with ports.store.writing("change profile") as records:
        records.put_profile(profile)


def bring_in_shipped_units(ports: Ports) -> None:
    """Add editions of shipped units that this vault does not have yet, for example after an update."""
    with ports.store.reading() as records:
        known = {unit.edition for unit in records.units()}
    fresh = [unit for unit in ports.shipped_units() if unit.edition not in known]
    if fresh:
        with ports.store.writing("add unit editions") as records:
            for unit in fresh:
                records.put_unit(unit)


def unit_editions(ports: Ports) -> tuple[Unit, ...]:
    """The newest edition of every unit."""
    with ports.store.reading() as records:
        return records.units()
