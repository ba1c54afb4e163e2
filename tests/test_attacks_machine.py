"""Attacks on the machine and on other submissions, from inside the sandbox: nothing is seen, reached or left behind.

They run as root and as an ordinary user. Each attack is a kernel of its own, and all are forked from one process, one
after the other, so that what one leaves the next would find.
"""

import json
import socket
import uuid

import pytest
from sandboxed import run_as
from users import WHO

SECRET = f"mark-{uuid.uuid4().hex}"

# Tries to make, change or remove something everywhere, and says where that worked.
WALK = """
import os, stat
worked = []
def attempt(what, path, function, *arguments):
    try:
        function(*arguments)
    except OSError:
        return
    worked.append((what, path))
def write(path):
    os.close(os.open(path, os.O_WRONLY))
for folder, folders, files in os.walk("/"):
    folders[:] = [name for name in folders if os.path.join(folder, name) not in ("/tmp", "/dev/shm")]
    new = os.path.join(folder, "new")
    attempt("make", folder, lambda: os.close(os.open(new, os.O_CREAT | os.O_WRONLY)))
    attempt("make a folder in", folder, os.mkdir, new)
    attempt("link in", folder, os.symlink, "/tmp", new)
    attempt("date", folder, os.utime, folder)
    attempt("permit", folder, os.chmod, folder, 0o777)
    for name in files if folder.startswith("/proc") else files[:3]:
        path = os.path.join(folder, name)
        if os.path.lexists(path) and not stat.S_ISCHR(os.lstat(path).st_mode):
            attempt("write", path, write, path)
            attempt("remove", path, os.remove, path)
            attempt("rename", path, os.rename, path, path + ".old")
print([(what, path) for what, path in worked if os.path.realpath(path) != "/dev/null"])
"""
LEAVE = f"""
import glob, os, sys
left = []
course = next(path for path in sys.path if path and os.path.isdir(path + "/lib"))
folders = ["/", "/etc", "/run", "/run/proc", "/dev", "/dev/shm", "/tmp", "/tmp/matplotlib", "/usr"]
if not course.startswith("/tmp/"):  # else it lies in the kernel's own /tmp, which is empty for the next
    folders.append(course)
for folder in folders:
    for name in ("statistics.py", "{SECRET}"):
        try:
            with open(os.path.join(folder, name), "w") as file:
                file.write("stolen = '{SECRET}'")
            left.append(folder)
        except OSError:
            pass
print(sorted(set(left)))
"""
FIND = f"""
import os, statistics
found = [os.path.join(folder, name) for folder, _, names in os.walk("/") if not folder.startswith("/proc")
         for name in names if name in ("statistics.py", "{SECRET}")]
print([path for path in found if "/lib/python" not in path], hasattr(statistics, "stolen"), statistics.mean([1, 3]))
"""
# Matplotlib's fonts are open in the process that all kernels are forked from.
PLACES = """
import os
numbers = [int(name) for name in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{name}")]
fonts = [n for n in numbers if os.readlink(f"/proc/self/fd/{n}").endswith(".ttf")]
"""
# name -> cells
KERNELS = {
    "write everywhere": [WALK],
    "leave something": [LEAVE],
    "find something": [FIND],
    "leave an environment": ["import os\nos.environ['LEFT'] = os.environ['PATH'] = '/tmp'\nimport builtins; builtins.left = 1"],
    "find an environment": ["import os, builtins\nprint('LEFT' in os.environ, hasattr(builtins, 'left'))"],
    "leave shared memory": [
        "from multiprocessing import shared_memory\n"
        f"mine = shared_memory.SharedMemory('{SECRET}', create=True, size=100)\nmine.buf[:4] = b'left'"
    ],
    "find shared memory": [f"from multiprocessing import shared_memory\nshared_memory.SharedMemory('{SECRET}')"],
    "leave a socket": [
        "import socket, subprocess, sys\n"
        f"code = 'import socket, time; s = socket.socket(1); s.bind({chr(34)}\\\\0{SECRET}{chr(34)}); s.listen(); time.sleep(60)'\n"
        "child = subprocess.Popen([sys.executable, '-c', code], process_group=0)"
    ],
    "find a socket": [f"import socket\nsocket.socket(socket.AF_UNIX).connect('\\0{SECRET}')"],
    "find a socket of the machine": [f"import socket\nsocket.socket(socket.AF_UNIX).connect('\\0machine-{SECRET}')"],
    "leave a place in an open file": [PLACES + "for n in fonts: os.lseek(n, 4242, 0)\nprint(len(fonts) > 0)"],
    "find a place in an open file": [PLACES + "print(len(fonts) > 0, 4242 in [os.lseek(n, 0, 1) for n in fonts])"],
    "the name of the machine": [
        "import os, platform, socket, ctypes\n"
        "name = ctypes.create_string_buffer(100); ctypes.CDLL(None).getdomainname(name, 100)\n"
        "print({os.uname().nodename, platform.node(), socket.gethostname(), name.value.decode()})"
    ],
    "what proc tells": [
        "import os\nprint(sorted(n for n in os.listdir('/proc') if not n.isdigit()), os.path.exists('/sys'))\n"
        "for name in ('cmdline', 'sys/kernel/random/boot_id', 'sys/kernel/hostname', 'keys', 'kcore', 'version', 'stat'):\n"
        "    try: print(open('/proc/' + name, 'rb').read(9))\n    except OSError as error: print(error.errno)"
    ],
    "what lies about": [
        "import glob\nprint([p for p in ('/etc/machine-id', '/etc/hostname', '/etc/shadow', '/home', '/boot', '/var', '/srv', '/opt',\n"
        "    '/dev/mem', '/dev/kmsg', '/dev/tty', '/dev/zero', '/dev/ptmx', '/dev/fuse', '/dev/kvm') if glob.glob(p)])"
    ],
    "files held open": [
        "import os, stat\nfor fd in range(256):\n    try: mode = os.fstat(fd).st_mode\n    except OSError: continue\n"
        "    path = os.readlink(f'/proc/self/fd/{fd}')\n"
        "    if not path.endswith('.ttf'): print(fd if fd < 3 else 'one more', 'socket' if stat.S_ISSOCK(mode) else path)"
    ],
    "who else has an account": ["text = open('/etc/passwd').read()\nprint(len(text.splitlines()), text.split(':')[0])"],
    "the environment": ["import os\nprint(sorted(os.environ))"],
    "processes": [
        "import os\nprint(sorted(int(p) for p in os.listdir('/proc') if p.isdigit()), os.getppid())\n"
        "for path in ('/proc/1/root', '/proc/1/cwd', '/proc/1/environ', '/proc/1/fd', '/proc/1/mem', '/proc/1/maps'):\n"
        "    try: os.listdir(path) if path.endswith(('root', 'fd')) else open(path, 'rb').read(9); print('READ', path)\n"
        "    except OSError: pass"
    ],
    "more rights by a program": [
        "import os, stat\nprint(open('/proc/self/status').read().split('NoNewPrivs:')[1].split()[0], os.getuid() == os.geteuid() != 0)\n"
        "print({line.split(':')[1].strip() for line in open('/proc/self/status') if line.startswith('Cap') and 'Bnd' not in line})\n"
        "print({'nosuid' in line.split()[5].split(',') for line in open('/proc/self/mountinfo')})"
    ],
    "unmount what hides": [
        "import ctypes, os\nlibc = ctypes.CDLL(None, use_errno=True)\n"
        "for path in (b'/proc', b'/tmp', b'/run/proc', b'/dev/shm'): print(libc.umount2(path, 2))\n"
        "for call in (lambda: os.chroot('/tmp'), lambda: os.setuid(0), lambda: os.mknod('/tmp/sda', 0o60666, os.makedev(254, 0)),\n"
        "             lambda: open('/tmp/../proc/sys/user/max_user_namespaces', 'w')):\n"
        "    try: call(); print('WORKED')\n    except OSError: pass"
    ],
    "fill the disk": [
        "import os\nfor folder in ('/tmp', '/dev/shm'):\n    got = 0\n    try:\n        for k in range(200):\n"
        "            with open(f'{folder}/{k}', 'wb') as file: got += file.write(bytes(2**20))\n"
        "    except OSError: pass\n    print(got // 2**20 <= 16)"
    ],
    "fill the disk with nothing": [
        "made = 0\ntry:\n    for k in range(10**5):\n        open(f'/tmp/{k}', 'w').close(); made += 1\nexcept OSError: pass\nprint(made < 20000)"
    ],
    "the network": [
        "import socket\nfor where in (('127.0.0.1', {port}), ('10.0.0.1', 80), ('localhost', {port})):\n"
        "    try: socket.create_connection(where, timeout=2); print('CONNECTED')\n    except OSError as error: print('refused')"
    ],
}  # fmt: skip
EXPECTED = {
    "who else has an account": "1 student",
    "write everywhere": "[]",
    "leave something": "['/dev/shm', '/tmp']",
    "find something": "[] False 2",
    "find an environment": "False False",
    "leave a place in an open file": "True",
    "find a place in an open file": "True False",
    "the name of the machine": "{'sandbox'}",
    "what proc tells": "['self', 'thread-self'] False" + "\n2" * 7,
    "what lies about": "[]",
    "files held open": "0 /dev/null\n1 /dev/null\n2 /dev/null\none more socket",
    "processes": "[1, 2] 1",
    "more rights by a program": "1 True\n{'0000000000000000'}\n{True}",
    "unmount what hides": "-1\n-1\n-1\n-1",
    "fill the disk": "True\nTrue",
    "fill the disk with nothing": "True",
    "the network": "refused\nrefused\nrefused",
}
FAIL = {
    "find shared memory": "FileNotFoundError",
    "find a socket": "ConnectionRefusedError",
    "find a socket of the machine": "ConnectionRefusedError",
}


@pytest.fixture(scope="module", params=WHO)
def became(request):
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as nameless:
        nameless.bind(f"\0machine-{SECRET}")
        nameless.listen()
        kernels = json.loads(json.dumps(KERNELS).replace("{port}", str(server.getsockname()[1])))
        return run_as(request.param, kernels, disk=2**24)


@pytest.mark.parametrize("attack", EXPECTED)
def test_nothing_is_seen_or_left(became, attack):
    (cell,) = became[attack]
    assert (cell["outputs"], cell["lost"]) == (EXPECTED[attack], "")


@pytest.mark.parametrize("attack", FAIL)
def test_nothing_is_reached(became, attack):
    (cell,) = became[attack]
    assert cell["outputs"].startswith(FAIL[attack])


def test_what_others_find_was_really_left(became):
    """Otherwise that nobody finds it would say nothing."""
    for attack in "leave an environment", "leave shared memory", "leave a socket":
        (cell,) = became[attack]
        assert (cell["outputs"], cell["lost"]) == ("", "")


def test_the_environment_is_the_sandbox_s_own(became, monkeypatch):
    (cell,) = became["the environment"]
    known = {"HOME", "USER", "LOGNAME", "LANG", "PATH", "PWD", "IPYTHONDIR", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"}
    names = set(eval(cell["outputs"]))
    assert {
        name for name in names - known if not name.startswith(("PYTHON", "MPL", "MALLOC_", "PIP_", "KMP_"))
    } == set()
