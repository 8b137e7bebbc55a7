"""`council send` killed at any moment: nobody receives anything twice, and who is in doubt is named."""

import random
import re
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from post import Handler, Home, Server

COUNCIL, TIMES = sys.argv[1], int(sys.argv[2])
dice = random.Random(2024)

with Home(COUNCIL, 150) as home, Server(handler := Handler()) as server:
    killed = 0
    for _ in range(TIMES):
        before = sum(handler.received.values())
        process = subprocess.Popen(home.command(server), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Once it sends.
        while sum(handler.received.values()) == before and process.poll() is None:
            time.sleep(0.001)
        time.sleep(dice.random() * 0.02)
        process.kill()
        killed += process.wait() != 0 and process.returncode < 0
    # A fast machine is done before all of them are.
    assert killed >= 3, f"only {killed} of {TIMES} runs were killed"
    time.sleep(0.2)
    said = subprocess.run(home.command(server), capture_output=True, text=True, encoding="utf-8").stderr
    twice = {address: times for address, times in handler.received.items() if times > 1}
    assert not twice, twice
    found = re.search(r"lignes? ([\d, et]+?)[^\d, et]*: envoi interrompu", said.replace("\u00a0", " "))
    doubtful = {int(line) - 2 for line in re.findall(r"\d+", found.group(1))} if found else set()
    missing = {place for place, address in enumerate(home.addresses) if handler.received[address] == 0}
    assert missing <= doubtful, f"missing {missing}, doubtful {doubtful}:\n{said}"
    assert len(doubtful) <= killed, f"{doubtful} of {killed}"
    home.send(server, "--retry-doubtful")
    assert all(handler.received[address] for address in home.addresses)
    again = {place for place, address in enumerate(home.addresses) if handler.received[address] > 1}
    assert again <= doubtful
    home.keeps_no_name()
    # Two at once: the second waits, and has nothing left to do.
    home.contacts.write_text("Courriel\n" + "".join(f"nouveau{number}@exemple.fr\n" for number in range(60)))
    both = [subprocess.Popen(home.command(server), stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0], [process.stderr.read() for process in both]
    assert all(handler.received[f"nouveau{number}@exemple.fr"] == 1 for number in range(60))
    print(f"killed {killed} times, {len(doubtful)} in doubt, of whom {len(missing)} had received nothing")
