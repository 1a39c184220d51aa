"""The vault under faults and thieves: kills, power cuts, full disks, damage, wrong clocks, wrong passphrases."""
