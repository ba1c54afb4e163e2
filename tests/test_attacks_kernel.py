"""Attacks on the confinement of a kernel: its limits, its supervisor, the filter of system calls, its reports.

They run as root and as an ordinary user. `test_attacks_machine` has those on the machine and on other submissions.
"""

import contextlib
import json
import os
import shutil
import time
from pathlib import Path

import psutil
import pytest
from sandboxed import run_as
from users import WHO

from grading.sandbox.inside import supervise
from grading.sandbox.kernel import Kernel, KernelLost, _read
from grading.sandbox.sandbox import Sandbox, running_server

MEMORY = 2**28
MEBIBYTES = MEMORY // 2**20

CALL = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
def call(number, *arguments):
    got = libc.syscall(ctypes.c_long(number), *(ctypes.c_long(a) if isinstance(a, int) else a for a in arguments))
    return "WORKED" if got >= 0 else os.strerror(ctypes.get_errno())
"""
# The numbers are those of x86-64; elsewhere other calls are refused, or none.
PROCESS_1 = {
    "signals": "import os, signal\nfor number in signal.valid_signals():\n    os.kill(1, number)",
    "a signal with a value": CALL + "call(129, 1, 2, ctypes.create_string_buffer(128))",
    "a limit of files": "import resource\nresource.prlimit(1, resource.RLIMIT_NOFILE, (0, 0))",
    "a limit of time": "import resource\nresource.prlimit(1, resource.RLIMIT_CPU, (0, 0))",
    "a limit of memory": "import resource\nresource.prlimit(1, resource.RLIMIT_AS, (0, 0))",
    "only when idle": "import os\nos.sched_setscheduler(1, os.SCHED_IDLE, os.sched_param(0))",
    "the last in line": "import os\nos.setpriority(os.PRIO_PROCESS, 1, 19)",
    "all of its user the last": "import os\nos.setpriority(os.PRIO_USER, 0, 19)",
    "one processor": "import os\nos.sched_setaffinity(1, [0])",
    "traced": CALL + "print(call(101, 16, 1, 0, 0))",
    "its memory": "open('/proc/1/mem', 'r+b')",
    "its files": "import os\nos.listdir('/proc/1/fd')",
    "the first to be killed": "open('/proc/1/oom_score_adj', 'w').write('1000')",
    "a copy of its files": CALL + "print(call(438, os.pidfd_open(1), 0, 0))",
}
HOARD = "import os, sys, time, mmap, ctypes\nfrom contextlib import suppress\n"
# Memory that a count of the processes' memory would miss. Each prints how much it got.
MEMORY_ATTACKS = {
    "private": HOARD + "kept = bytearray(2**29)",
    "in children": HOARD
    + "for _ in range(8):\n    if os.fork() == 0:\n        kept = b'x' * 2**26\n        time.sleep(60)\ntime.sleep(30)",
    "in children that hide": HOARD
    + "for _ in range(8):\n    if os.fork() == 0:\n        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)\n"
    "        kept = b'x' * 2**26\n        time.sleep(60)\ntime.sleep(30)",
    "shared": HOARD + "kept = [mmap.mmap(-1, 2**27) for _ in range(4)]\nfor m in kept: m.write(bytes(2**27))",
    "shared and given back": HOARD
    + "for _ in range(8):\n    m = mmap.mmap(-1, 2**26)\n    m.write(bytes(2**26))\n    m.madvise(mmap.MADV_DONTNEED)",
    "without a name": HOARD + "for k in range(8):\n    with open(os.memfd_create('x'), 'wb', closefd=False) as f: f.write(bytes(2**26))",
    "zeros": HOARD + "m = mmap.mmap(os.open('/dev/zero', os.O_RDWR), 2**29)\nm.write(bytes(2**29))",
    "System V": CALL + "assert call(29, 0, 2**29, 0o1600) == 'WORKED'",
    "huge pages": HOARD + "m = mmap.mmap(-1, 2**22, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x40000)",
    "messages": CALL + "assert call(68, 0, 0o1600) == 'WORKED'",
    "in pipes": CALL + "r, w = os.pipe()\nassert call(278, w, ctypes.create_string_buffer(16), 0, 0) == 'WORKED'",
    "in sockets": HOARD
    + "import socket\nfor _ in range(40):\n    if os.fork() == 0:\n        kept = []\n        with suppress(OSError):\n"
    "            while True:\n                a, b = socket.socketpair(); a.setblocking(False); kept.append((a, b))\n"
    "                with suppress(BlockingIOError):\n                    while True: a.send(bytes(2**16))\n"
    "        time.sleep(60)\ntime.sleep(30)",
}  # fmt: skip
REFUSED = {
    "keyctl": CALL + "print(call(250, 0, -3, 0))",
    "add_key": CALL + "print(call(248, b'user', b'for the next', b'x', 1, -4))",
    "request_key": CALL + "print(call(249, b'user', b'login', 0, 0))",
    "bpf": CALL + "print(call(321, 0, ctypes.create_string_buffer(64), 64))",
    "perf_event_open": CALL + "print(call(298, ctypes.create_string_buffer(128), 0, -1, -1, 0))",
    "userfaultfd": CALL + "print(call(323, 1))",
    "io_uring_setup": CALL + "print(call(425, 4, ctypes.create_string_buffer(120)))",
    "io_setup": CALL + "print(call(206, 4, ctypes.create_string_buffer(8)))",
    "ptrace": CALL + "print(call(101, 0, 0, 0, 0))",
    "process_vm_readv": CALL + "print(call(310, os.getpid(), 0, 0, 0, 0, 0))",
    "unshare": CALL + "print(call(272, 0x10000000))",
    "clone into a name space": CALL + "print(call(56, 0x10000011, 0, 0, 0, 0))",
    "clone3": CALL + "print(call(435, ctypes.create_string_buffer(88), 88))",
    "setns": CALL + "print(call(308, os.open('/proc/self/ns/net', os.O_RDONLY), 0))",
    "mount": CALL + "print(call(165, b'tmpfs', b'/tmp', b'tmpfs', 0, 0))",
    "fsopen": CALL + "print(call(430, b'tmpfs', 0))",
    "open_by_handle_at": CALL + "print(call(304, -100, ctypes.create_string_buffer(64), 0))",
    "kexec_load": CALL + "print(call(246, 0, 0, 0, 0))",
    "syslog": CALL + "print(call(103, 3, ctypes.create_string_buffer(64), 64))",
    "a lease": "import fcntl\nopen('/tmp/x', 'w').close()\nfcntl.fcntl(open('/tmp/x'), fcntl.F_SETLEASE, fcntl.F_WRLCK)",
    "a lease by a longer number": CALL + "print(call(72, 0, 2**32 + 1024, 1))",
    "notices of a folder": "import fcntl, os\nfcntl.fcntl(os.open('/tmp', os.O_RDONLY), fcntl.F_NOTIFY, 1)",
    "inotify_init": CALL + "print(call(253))",
    "inotify_init1": CALL + "print(call(294, 0))",
    "sync": CALL + "print(call(162))",
    "syncfs": CALL + "print(call(306, 0))",
    "clock_settime": "import time\ntime.clock_settime(time.CLOCK_REALTIME, 0)",
    "a session of its own": CALL + "print(call(112))",
    "AF_VSOCK": "import socket\nsocket.socket(40, socket.SOCK_STREAM)",
    "AF_ALG": "import socket\nsocket.socket(38, socket.SOCK_SEQPACKET)",
    "AF_NETLINK": "import socket\nsocket.socket(16, socket.SOCK_RAW)",
    "AF_PACKET": "import socket\nsocket.socket(17, socket.SOCK_RAW)",
    "AF_BLUETOOTH": "import socket\nsocket.socket(31, socket.SOCK_RAW)",
    "AF_TIPC pair": CALL + "print(call(53, 30, 1, 0, ctypes.create_string_buffer(8)))",
}
# Calls of 32 bits have other numbers: the filter must not mistake them. 20 is getpid there, and writev here.
OLD_CALLS = """
import ctypes, mmap, platform
code = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=7)
code.write(bytes.fromhex("b8140000 00cd80c3".replace(" ", "")))
function = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))
print(function() < 0)
"""
ANSWER = "def predict(a):\n    return 1"
TAMPERED = {
    "gather": ("import lib.checking.gather as g; g.gather = lambda *a, **k: {}", "lib.checking.gather.gather"),
    "gather where it is called": (
        "import lib.checking.check as c; c.gather = lambda *a, **k: {}",
        "lib.checking.check.gather",
    ),
    "what makes a record": (
        "import lib.checking.check as c; c.record_of.__code__ = (lambda *a: {}).__code__",
        "lib.checking.check.record_of",
    ),
    "a part of gather": ("import lib.checking.gather as g; g.encode = lambda value: {'type': 'None'}", "lib.checking.gather.encode"),
    "the inside of a function": (
        "import lib.checking.gather as g; g._content.__code__ = (lambda argument: None).__code__",
        "lib.checking.gather._content",
    ),
    "a default": ("import lib.checking.gather as g; g.gather.__defaults__ = (False,)", "lib.checking.gather.gather"),
    "the guard": ("import lib.checking.gather as g; g.Guard.delegated = lambda self: []", "lib.checking.gather.Guard.delegated"),
    "what takes reports": (
        "import sys; sys.modules['grading.sandbox.inside.reports'].Reports.take = lambda self: []",
        "grading.sandbox.inside.reports.Reports.take",
    ),
    "json": ("import json; json.dumps = lambda *a, **k: '{}'", "json.dumps"),
    "numpy": ("import numpy; numpy.asarray = lambda *a, **k: a[0]", "numpy.asarray"),
    "a builtin": ("import builtins; builtins.callable = lambda f: True", "builtins.callable"),
    "what hears NumPy's warnings": (
        "import numpy; numpy.errstate.__enter__ = lambda self: None",
        "numpy.errstate.__enter__",
    ),
    "warnings": ("import warnings; warnings.catch_warnings.__enter__ = lambda self: []", "warnings.catch_warnings.__enter__"),
    "a trace": ("import sys; sys.settrace(lambda *a: None)", "sys.settrace"),
    "a transformer": (
        "import ast; get_ipython().ast_transformers.append(ast.NodeTransformer())",
        "get_ipython.ast_transformers",
    ),
}  # fmt: skip
HONEST = [
    "import numpy as np, warnings\nnp.set_printoptions(precision=3); np.seterr(all='ignore')\nwarnings.simplefilter('ignore')",
    "np.float = float\nimport lib\nlib.mine = 1\n%matplotlib inline\nlist = [1]\nprint = print\n%load_ext autoreload",
    "from matplotlib import pyplot as plt\nplt.plot([1, 2]); plt.show()\ntry: 1 / 0\nexcept ZeroDivisionError: pass\n%timeit -n1 -r1 1",
]


WORK = "import time\nbegan = time.monotonic()\nfor _ in range(5 * 10**6): pass\nprint(time.monotonic() - began)"
CROWD = """
import os
made = 0
try:
    while os.fork() > 0:
        made += 1
    while True: pass
except OSError:
    print(made)
"""


SHARES = """
import resource
print([resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))[1] for name in ("SIGPENDING", "RTPRIO", "NICE")])
print(open("/proc/self/oom_score_adj").read().strip(), open("/proc/1/oom_score_adj").read().strip())
"""
# Each fork, and each count of the memory, has to go through 30,000 mappings, which takes seconds.
MAPPINGS = """
import ctypes, os, time
libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long
libc.mprotect.argtypes = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int
start = libc.mmap(None, 60000 * 4096, 3, 0x22, -1, 0)
ctypes.memset(start, 1, 60000 * 4096)
for k in range(30000):
    libc.mprotect(start + 8192 * k, 4096, 1)
for _ in range(45):
    if os.fork() == 0:
        while True: pass
time.sleep(60)
"""
# Says that a message of 8 MB comes, and goes on sending it for ever.
DRIP = """
import os, signal, stat, time
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
(link,) = [n for n in range(3, 256) if os.path.exists(f"/proc/self/fd/{n}") and stat.S_ISSOCK(os.fstat(n).st_mode)]
os.write(link, (2**23).to_bytes(4, "big"))
while True:
    os.write(link, b" ")
    time.sleep(0.1)
"""


def shares_by_session():
    setting = Path("/proc/sys/kernel/sched_autogroup_enabled")
    return setting.exists() and setting.read_text().strip() == "1" and shutil.which("bwrap")


def kernels():
    yield from ((f"1: {name}", [code, "'still here'"]) for name, code in PROCESS_1.items())
    yield from ((f"memory: {name}", [code]) for name, code in MEMORY_ATTACKS.items())
    yield from ((f"refused: {name}", [code]) for name, code in REFUSED.items())
    yield from ((f"replaced: {name}", [ANSWER, code, "check(predict)"]) for name, (code, _) in TAMPERED.items())
    yield "old calls", [OLD_CALLS]
    yield "shares", [SHARES]
    yield "honest", [*HONEST, ANSWER, "check(predict)"]
    yield (
        "honest memory",
        [
            "import numpy as np, threading, time\nfrom multiprocessing import Pool\nkept = np.ones(10**7)\n"
            "threads = [threading.Thread(target=time.sleep, args=[1]) for _ in range(2)]\nfor t in threads: t.start()\n"
            "def work(n):\n    time.sleep(0.5)\n    return float(kept.sum()) + n\n"
            "with Pool(6) as pool: print(sum(pool.map(work, range(6))))"
        ],
    )


@pytest.fixture(scope="module", params=WHO)
def became(request):
    return run_as(request.param, dict(kernels()), memory=MEMORY)


@pytest.mark.parametrize("attack", PROCESS_1)
def test_process_1_does_not_care(became, attack):
    assert "WORKED" not in became[f"1: {attack}"][0]["outputs"]
    assert became[f"1: {attack}"][-1] == {"outputs": "'still here'", "reports": [], "lost": "", "replaced": []}


@pytest.mark.parametrize("attack", MEMORY_ATTACKS)
def test_memory_is_counted_or_not_to_be_had(became, attack):
    """Where it is not refused, the kernel ends."""
    (cell,) = became[f"memory: {attack}"]
    errors = ("MemoryError", "PermissionError", "FileNotFoundError", "AssertionError")
    assert cell["lost"] == "used more memory than a submission may" or cell["outputs"].startswith(errors)


def test_honest_work_has_room(became):
    (cell,) = became["honest memory"]
    assert (cell["outputs"], cell["lost"]) == ("60000015.0", "")


@pytest.mark.skipif(not shares_by_session(), reason="This Linux does not share processors out between sessions")
def test_many_processes_take_no_time_from_a_neighbour():
    host, kernels = running_server(isolated=True).host(["lib.neuron:predict"], [], {}), []

    def run(source):
        kernels.append(Kernel(host.fork(limits=Sandbox().limits())))
        return float(kernels[-1].run(source, 200, 2**20).outputs[0].text)

    try:
        alone = run(WORK)
        assert run(CROWD) > 30
        assert run(WORK) < 8 * alone  # with one share for all of them it would be as many times as there are
    finally:
        for kernel in kernels:
            kernel.close()


def test_a_reply_byte_by_byte_is_cut_off(monkeypatch):
    monkeypatch.setattr("grading.sandbox.kernel.PATIENCE", 2)
    host = running_server(isolated=True).host(["lib.neuron:predict"], [], {})
    with contextlib.closing(Kernel(host.fork(limits=Sandbox().limits()))) as kernel:
        kernel.run("1", 60, 2**20)
        began = time.monotonic()
        with pytest.raises(KernelLost):
            kernel.run(DRIP, 1, 2**20)
    assert time.monotonic() - began < 30


def test_a_kernel_whose_memory_is_slow_to_count_ends_all_the_same():
    host, server = running_server(isolated=True).host(["lib.neuron:predict"], [], {}), psutil.Process()
    kernel = Kernel(host.fork(limits=Sandbox().limits()))
    kernel.run("1", 60, 2**20)
    before = set(server.children(recursive=True))
    with contextlib.suppress(KernelLost):
        kernel.run(MAPPINGS, 6, 2**20)
    ours = set(server.children(recursive=True)) - before
    kernel.close()
    assert not psutil.wait_procs(ours, timeout=15)[1]


def test_memory_that_takes_too_long_to_count_is_too_much(monkeypatch):
    memory = supervise.Memory(os.getpid(), most=0)
    monkeypatch.setattr(supervise, "LONGEST", 0)
    taking = []
    monkeypatch.setattr(memory, "_share", lambda process: taking.append(memory.takes_too_long()) or 0)
    memory._measure()
    assert any(taking) and not memory.takes_too_long()


@pytest.mark.parametrize("text", ["\U0001f600", "\x80", 1])
def test_reports_that_no_kernel_writes_are_refused(text):
    """JSON is ASCII: other text would fill the grader's memory with four bytes a character."""
    with pytest.raises(ValueError, match="reports"):
        _read(json.dumps({"count": 1, "outputs": [], "reports": [text], "replaced": []}).encode())


def test_what_linux_shares_out_among_all_processes_of_a_user_is_not_to_be_had(became):
    """And if the machine runs out of memory, Linux ends a kernel first."""
    (cell,) = became["shares"]
    assert cell["outputs"] == "[1024, 0, 0]\n1000 1000"


@pytest.mark.parametrize("attack", REFUSED)
def test_a_system_call_is_refused(became, attack):
    (cell,) = became[f"refused: {attack}"]
    refused = ("Operation not permitted", "Function not implemented")
    assert any(words in cell["outputs"] for words in refused) and not cell["lost"]


def test_old_calls_are_none(became):
    (cell,) = became["old calls"]
    assert cell["outputs"] == "True"


@pytest.mark.parametrize("attack", TAMPERED)
def test_what_is_replaced_is_noticed(became, attack):
    assert TAMPERED[attack][1] in became[f"replaced: {attack}"][-1]["replaced"]


def test_honest_work_replaces_nothing(became):
    cell = became["honest"][-1]
    assert cell["replaced"] == [] and json.loads(cell["reports"][0])["exercise"] == "predict"
