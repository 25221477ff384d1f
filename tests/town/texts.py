"""A small town as a user writes it: two teams, three wijken, a few observations."""

TOWN = """\
format = 1
name   = "Kleinstad"
start  = 2027-01-01

[[municipality]]
code = "GM0080"
name = "Leeuwarden"

[[wijk]]
code = "WK008001"
name = "Havenwijk"
municipality = "GM0080"
team = "noord"
households = 5120
residents  = 9875
features = { aged_65_plus = 0.19, rented = 0.52 }
source = "cbs-kwb-2024"

[[wijk]]
code = "WK0080AA"
name = "Molenwijk"
municipality = "GM0080"
team = "zuid"
households = 2000
residents  = 4400
features = { household_size = 2.2 }
source = "cbs-kwb-2024"

[[wijk]]
code = "WK008003"
name = "Parkwijk"
municipality = "GM0080"
team = "zuid"
households = 1000
residents  = 2100
source = "eigen telling"

[[team]]
name  = "noord"
label = "Wijkteam Noord"
fte   = 14.0

[[team]]
name  = "zuid"
label = "Wijkteam Zuid"
fte   = 6

[[observed]]
figure = "requests_per_year"
team   = "noord"
value  = 940
date   = 2026-10-01
kind   = "own"
system = "registratie wijkteam"

[[observed]]
figure = "requests_per_year"
team   = "zuid"
value  = 400
date   = 2026-10-01
kind   = "typical"
"""
