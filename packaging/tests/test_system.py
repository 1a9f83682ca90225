"""The Debian package, the container's context, and what is told about all forms."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tarfile

from tests.installed import DIST, InstalledCase, VERSION, form, tool


class SystemTest(InstalledCase):
    def test_debian_package_runs_where_it_is_unpacked(self) -> None:
        place = self.root / "root"
        self.ran([tool("dpkg-deb"), "--extract", form("*.deb"), place], env=dict(os.environ))
        self.assert_works(place / "usr" / "bin" / "scaffold")
        told = self.ran([tool("dpkg-deb"), "--field", form("*.deb")], env=dict(os.environ)).out
        for line in (f"Version: {VERSION}", "Architecture: amd64", "Depends: libc6 (>= 2.17)"):
            self.assertIn(line + "\n", told)

    def test_debian_package_has_pages_of_the_manual_and_completions_under_both_names(self) -> None:
        place = self.root / "root"
        self.ran([tool("dpkg-deb"), "--extract", form("*.deb"), place], env=dict(os.environ))
        share = place / "usr" / "share"
        for name in ("scaffold", "loopscope-scaffold"):
            self.assertTrue((share / "man" / "man1" / f"{name}.1.gz").is_file())
            self.assertIn(name, (share / "bash-completion" / "completions" / name).read_text())
            self.assertTrue((share / "fish" / "vendor_completions.d" / f"{name}.fish").is_file())
        self.assertTrue((share / "zsh" / "vendor-completions" / "_scaffold").is_file())
        page = gzip.decompress((share / "man" / "man1" / "scaffold-check.1.gz").read_bytes())
        self.assertIn(b".SH OPTIONS", page)

    def test_what_a_container_copies_runs(self) -> None:
        place = self.root / "context"
        with tarfile.open(form("*-docker.tar.gz")) as context:
            context.extractall(place, filter="data")
        self.assertIn("COPY usr/ /usr/\n", (place / "Dockerfile").read_text())
        self.assert_works(place / "usr" / "bin" / "scaffold")

    def test_bill_of_materials_names_java_and_every_library(self) -> None:
        document = json.loads(form("*.cdx.json").read_text())
        self.assertEqual("CycloneDX", document["bomFormat"])
        names = {it["name"] for it in document["components"]}
        wanted = {"OpenJDK", "picocli", "freemarker", "tomlj", "java-diff-utils", "org.eclipse.jgit"}
        self.assertEqual(wanted, names)

    def test_checksums_are_those_of_the_files(self) -> None:
        lines = form("SHA256SUMS").read_text().splitlines()
        listed = {name: digest for digest, name in (line.split("  ") for line in lines)}
        files = {it.name: it for it in DIST.iterdir() if it.name != "SHA256SUMS"}
        self.assertEqual(set(files), set(listed))
        for name, path in files.items():
            self.assertEqual(hashlib.sha256(path.read_bytes()).hexdigest(), listed[name])
