#!/usr/bin/env python3
"""A MIS export of N made-up pupils: 15 columns, 17 % SEN, valid UPNs, in no order.

    gen.py N [SEED] > pupils.csv
"""
import random
import sys

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
COLUMNS = ("UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Gender,Year Group,Reg Group,SEN Status,"
           "SEN Need,SEN Start Date,EAL,PP,Adm No.,Date of admission")
SURNAMES = ("Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White "
            "Roberts Green Hall Wood Jackson Clarke Khan Ali Begum Hussain Kaur Singh Ahmed O'Brien Kowalska Nowak "
            "Okoye Mensah Adeyemi Achebe Reid Murphy Kelly Wiśniewska García Müller Bennett Cooper Ward Hughes").split()
FORENAMES = ("Zoë Amelia Olivia Noah Muhammad George Arthur Isla Ava Freya Leo Oscar Theo Aisha Fatima Nur Efua Kwame "
             "Chloë Siân Seán José Zofia Jakub Maya Ivy Willow Harry Jack Charlie Alfie Poppy Grace Ella Lily Finley "
             "Rosie Daisy Hugo Ezra Amara Imani Yusuf Ibrahim").split()
NEEDS = "SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD OTH NSA".split()


def check_letter(number):
    return LETTERS[sum(int(d) * w for d, w in zip(number, range(2, 14))) % 23]


def rows(count, seed):
    rng = random.Random(seed)
    serials = list(range(count))
    rng.shuffle(serials)
    pick, below = rng.choice, rng.random
    for serial in serials:
        # Local authority, school, year of allocation, serial: 1000 a year a school.
        school, rest = divmod(serial, 7000)
        number = f"888{3000 + school:04d}{20 + rest // 1000:02d}{rest % 1000:03d}"
        year = rest // 1000
        month = 1 + serial % 12
        born = f"{1 + serial % 28:02d}/{month:02d}/{(2021 if month > 8 else 2022) - year}"
        chance = below()
        status = "E" if chance < 0.04 else "K" if chance < 0.17 else "N"
        need = start = ""
        if status != "N":
            need, start = pick(NEEDS), f"{1 + serial % 28:02d}/10/{2025 if year else 2026}"
        forename = pick(FORENAMES)
        group = f"{year or 'R'}{'ABC'[serial % 3]}"
        yield (f"{check_letter(number)}{number},{pick(SURNAMES)}{pick(SURNAMES).lower() if below() < 0.3 else ''},"
               f"{forename},{forename},{born},{'MF'[serial & 1]},{'Year %d' % year if year else 'R'},{group},{status},"
               f"{need},{start},{'Yes' if below() < 0.2 else 'No'},{'T' if below() < 0.25 else 'F'},"
               f"{100000 + serial},01/09/{2026 - year}")


def main():
    count = int(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    out = sys.stdout
    out.write(COLUMNS + "\n")
    for row in rows(count, seed):
        out.write(row + "\n")


if __name__ == "__main__":
    main()
