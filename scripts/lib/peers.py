"""What the benches share about peers."""
import os, subprocess, sys


def python_with(folder, packages, modules):
    """The interpreter of a virtual environment in this folder that has these packages of PyPI; None when they cannot be had."""
    python = f'{folder}/venv/bin/python'
    if not os.path.exists(python):
        subprocess.run([sys.executable, '-m', 'venv', f'{folder}/venv'], check=True, capture_output=True)
    if subprocess.run([python, '-c', f'import {modules}'], capture_output=True).returncode:
        if subprocess.run([python, '-m', 'pip', '-q', 'install', *packages], capture_output=True).returncode:
            return None
    return python
