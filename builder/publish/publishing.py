"""The last step of a build: what was made takes the site's place, and how it then looks is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from . import output
from .draw import Drawn, put
from .output import MANIFEST
from .scene import Scene
from .slices import Sliced


def publish(scene: Scene, drawn: Sequence[Drawn]) -> tuple[str, ...]:
    """Removes what is no longer planned, and puts the new site in its place. Returns the routes removed."""
    tree, now = scene.tree, scene.now
    removed = scene.owned - now.files.whole().keys() - {MANIFEST}
    if removed:
        tree.touch(removed)
    for route in removed:
        tree.remove(route)
    changed = {one.route for one in (*drawn, *_manifest(scene)) if one.changed}
    if changed or removed or tree.first:
        tree.publish(changed, differs=changed | removed)
        now.folders = _folder_times(scene, tree.live, Sliced() if tree.anew else scene.last.standby, tree.touched)
        now.standby = scene.last.folders
    else:
        now.folders = _folder_times(scene, tree.live, scene.last.folders, ())
        now.standby = _folder_times(scene, tree.standby, Sliced() if tree.anew else scene.last.standby, tree.touched)
    if scene.order.options.preview and not scene.hurried:
        followed = tree.ready(now.files.whole())
        now.standby = _folder_times(scene, tree.standby, Sliced() if tree.anew else now.standby, followed)
    tree.sweep()
    return tuple(sorted(removed))


def _manifest(scene: Scene) -> list[Drawn]:
    """The list of all files, put into the tree where there are others than last time."""
    now = scene.now.files
    if MANIFEST in now and MANIFEST not in scene.damaged and now.has_keys_of(scene.last.files):
        return []
    scene.tree.touch([MANIFEST])
    one = put(scene.tree, MANIFEST, output.manifest_text(now.whole()))
    now[MANIFEST] = (one.size, one.modified)
    return [one]


def _folder_times(scene: Scene, tree: Path, known: Sliced[int], touched: Iterable[str]) -> Sliced[int]:
    """Of the folders of ``tree``, where they are ``known``; only those of routes ``touched`` are looked at again."""
    last, now = scene.last, scene.now
    same = now.files.has_keys_of(last.files)
    folders = last.folders.whole().keys() if same else output.folders_of(now.files.whole())
    times = known.copy()
    looked_at = (output.folders_of(touched) & folders) | (folders - known.whole().keys())
    times.update(output.folder_times(tree, looked_at))
    for gone in known.whole().keys() - folders:
        del times[gone]
    return times
