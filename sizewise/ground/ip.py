"""Addresses of machines on a network."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

IpAddress = IPv4Address | IPv6Address
"""An address of either version of the internet protocol."""
Network = IPv4Network | IPv6Network
"""A range of addresses of either version."""


def address_in(text: str) -> IpAddress | None:
    """The address that a text is, or None; IPv4 that travels as IPv6 is IPv4 again."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
