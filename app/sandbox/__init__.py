"""Pure functions in warm child processes, with limits on time and memory."""

from app.sandbox.child import SandboxCrashError, SandboxTimeoutError
from app.sandbox.pool import Sandbox

__all__ = ["Sandbox", "SandboxCrashError", "SandboxTimeoutError"]
