"""The name to import and the name to install are not always the same."""

from importlib import metadata

modules = ["numpy", "tensorboard", "sklearn", "PIL", "dateutil"]
packages = {
    module: names[0].lower()
    for module, names in metadata.packages_distributions().items()
    if module in modules
}

for module in modules:
    print(f"import {module:11}  pip install {packages[module]}")

different = [module for module in modules if packages[module] != module]
print("another name:", ", ".join(different))
