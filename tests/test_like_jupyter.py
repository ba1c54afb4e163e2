"""What works in Jupyter's own kernel works in the sandbox; what is refused there on purpose says so, as in a shell."""

import pytest
from sandboxed import run_as
from users import WHO

POOL = """
from multiprocessing import Pool
def square(x):
    return x * x
with Pool() as pool:
    print(pool.map(square, range(5)))
"""
# cell -> what it puts out
WORKS = {
    "!echo from a shell; false": "from a shell",
    "_exit_code": "1",
    "name = 'a variable'\n!echo {name}": "a variable",
    "lines = !echo one; echo two\nlines": "['one', 'two']",
    "%%bash\necho from bash": "from bash",
    "%%writefile helper.py\nVALUE = 7": "Writing helper.py",
    "import helper\nhelper.VALUE": "7",
    "import pathlib\npathlib.Path('other.py').write_text('VALUE = 8');": "",
    "from other import VALUE\nVALUE": "8",
    "!python -c 'import numpy; print(numpy.ones(3).sum())'": "3.0",
    POOL: "[0, 1, 4, 9, 16]",
    "from concurrent.futures import ProcessPoolExecutor\n"
    "with ProcessPoolExecutor(2) as pool: print(list(pool.map(square, [3])))": "[9]",
    "import multiprocessing\nmultiprocessing.Array('d', 1000)[5]": "0.0",
    "with multiprocessing.Manager() as manager: print(manager.list([1]))": "[1]",
    "from multiprocessing.shared_memory import SharedMemory\nshared = SharedMemory(create=True, size=10**6)\n"
    "shared.size; shared.close(); shared.unlink()": "",
    "import getpass, os, pwd\ngetpass.getuser() == pwd.getpwuid(os.getuid()).pw_name": "True",
    "get_ipython().kernel.shell is get_ipython()": "True",
    "import faulthandler\nfaulthandler.enable()": "",
    "import subprocess\nsubprocess.run(['echo', 'hello'], capture_output=True, text=True).stdout": "'hello\\n'",
    "import threading\nt = threading.Thread(target=print, args=['in a thread']); t.start(); t.join()": "in a thread",
    "import tempfile\nwith tempfile.TemporaryFile() as file: print(file.write(bytes(10)))": "10",
    "import numpy as np\n(np.ones((500, 500)) @ np.ones((500, 500))).sum()": "np.float64(125000000.0)",
    "import sqlite3\nsqlite3.connect('my.db').execute('select 1').fetchall()": "[(1,)]",
    "import asyncio\nawait asyncio.sleep(0, 'awaited')": "'awaited'",
}
# cell -> a part of what it says
REFUSED = {
    "!pip install seaborn": "No matching distribution found for seaborn",
    "%pip install seaborn": "No matching distribution found for seaborn",
    "import urllib.request\nurllib.request.urlopen('http://example.org')": "name resolution",
    "!no-such-program": "not found",
    "open('/usr/lib/new', 'w')": "Read-only file system",
    "!touch /usr/lib/new": "Read-only file system",
    "import mmap\nmmap.mmap(-1, 100)": "Operation not permitted",
    "input('your name? ')": "Nobody is there to type something in",
    "!sleep 1 &": "Background processes not supported",
}


@pytest.fixture(scope="module", params=WHO)
def outputs(request):
    kernels = {"works": list(WORKS)} | {source: [source, "'it goes on'"] for source in REFUSED}
    became = run_as(request.param, kernels)
    assert not any(cell["lost"] for cells in became.values() for cell in cells)
    said = dict(zip(WORKS, became.pop("works"), strict=True)) | {source: cells[0] for source, cells in became.items()}
    assert all(cells[1]["outputs"] == "'it goes on'" for cells in became.values())
    return {source: cell["outputs"] for source, cell in said.items()}


@pytest.mark.parametrize("source", WORKS)
def test_it_works(outputs, source):
    assert outputs[source] == WORKS[source]


@pytest.mark.parametrize("source", REFUSED)
def test_it_is_refused_with_a_message(outputs, source):
    assert REFUSED[source] in outputs[source]
