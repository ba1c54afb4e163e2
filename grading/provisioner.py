"""Kernels from the sandbox, for jupyter_client: a kernel provisioner that asks a warm process for a fork."""

import json
from importlib.metadata import EntryPoint

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.provisioning import KernelProvisionerBase, KernelProvisionerFactory

from grading.warm import PORTS

NAME = "saturated-neuron-sandbox"


class SandboxProvisioner(KernelProvisionerBase):
    """One kernel in the sandbox. ``start_kernel`` of its manager is given ``start``, see `grading.grade.Run`."""

    link = None
    ended = None  # what `grading.warm.keep` said at the end

    @property
    def has_process(self):
        return self.link is not None

    async def pre_launch(self, **kwargs):
        return await super().pre_launch(cmd=[], **kwargs)

    async def launch_kernel(self, cmd, start, **kwargs):
        key = self.parent.session.key.decode("ascii")
        self.link, folder = start(key)
        said = self._receive()
        if "ready" not in said:
            raise RuntimeError(f"The sandbox gave no kernel: {said.get('failed', said)}")
        info = {"transport": "ipc", "ip": f"{folder}/kernel", "key": key.encode("ascii"), **PORTS}
        return info | {"signature_scheme": self.parent.session.signature_scheme}

    async def poll(self):
        if self.link is not None and self.ended is None and self.link.poll():
            self.ended = self._receive()
        return None if self.ended is None else self.ended.get("code", 1)

    async def wait(self):
        return await self.poll()

    async def send_signal(self, signum):
        """Only an interrupt comes here; the sandbox knows no other signal."""
        if self.link is not None and self.ended is None:
            self.link.send_bytes(b"interrupt")

    async def kill(self, restart=False):
        if self.link is not None:
            self.link.close()
            self.link = None

    async def terminate(self, restart=False):
        await self.kill()

    async def cleanup(self, restart=False):
        await self.kill()

    def _receive(self):
        try:
            return json.loads(self.link.recv_bytes())
        except (EOFError, OSError):
            return {"failed": "it ended"}


class SandboxSpecs(KernelSpecManager):
    """Whatever kernel a notebook names, it gets one from the sandbox."""

    def get_kernel_spec(self, kernel_name):
        return KernelSpec(
            display_name="Python in the sandbox",
            language="python",
            metadata={"kernel_provisioner": {"provisioner_name": NAME, "config": {}}},
        )


# What an entry point of an installed package would do; `grading` is not installed.
KernelProvisionerFactory.instance().provisioners[NAME] = EntryPoint(
    NAME, "grading.provisioner:SandboxProvisioner", KernelProvisionerFactory.GROUP_NAME
)
