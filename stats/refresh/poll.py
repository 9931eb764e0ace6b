"""Polling: one look at one package, from the catalogue's answer to the import jobs of what is new.

The portal overwrites files in place and its catalogue does not always say so, therefore every file is asked
for with a conditional request, which costs a few bytes while nothing has changed. Nothing that the portal
does can harm what is stored: the worst that comes of it is a line in the list of checks.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import quote, urljoin

import structlog
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from stats.ingest import jobs
from stats.ingest.sources import keep
from stats.models import Check, CheckResult, Dataset, FollowedPackage, RemoteFile, SourceFile
from stats.refresh.bundles import Bundle, bundles
from stats.refresh.catalogue import NotAPackage, Package, Resource, parse
from stats.refresh.fetch import PATIENCE, Failed, Fetched, Limits, NotModified, fetch
from stats.refresh.lease import Lease, LeaseLost, leased
from stats.refresh.wanted import wanted
from stats.refresh.watch import Tally, record, result_of

log = structlog.get_logger(__name__)

CATALOGUE_LIMIT = 16 * 1024 * 1024
"""The largest answer of the catalogue that is read, in bytes."""

ADDRESS_LENGTH = 500
"""The longest address that is followed."""

WITHOUT_VALIDATORS = timedelta(days=1)
"""How often a file is fetched whole whose server cannot say whether it has changed."""


def limits() -> Limits:
    """What the installation's settings let be fetched."""
    hosts = frozenset(settings.STET_ALLOWED_HOSTS_FETCH)
    return Limits(hosts, settings.STET_FETCH_TIMEOUT, settings.STET_FETCH_LIMIT)


def poll(
    package: str, *, at: datetime, send: Callable[[int], None], within: Limits | None = None, only: str = ""
) -> Check | None:
    """Look at a package once; `send` is called with the id of every import job that comes of it.

    `only` names the one dataset that is meant. None where another worker is at the package.
    """
    within = within or limits()
    length = timedelta(seconds=PATIENCE * within.timeout + 60)
    try:
        with leased(package, at=at, length=length) as lease:
            check = _looked(lease, at, within, only) if lease else None
    except LeaseLost:
        log.warning("the lease was lost", package=package)
        return None
    for job in check.jobs.order_by("pk") if check else ():
        send(job.pk)
    return check


def _looked(lease: Lease, at: datetime, within: Limits, only: str) -> Check:
    followed, tally = lease.package, Tally()
    try:
        listed = _listed(followed.package, within)
    except (NotAPackage, _NoAnswer) as problem:
        tally.problems.append(f"catalogue: {problem}")
        log.warning("the catalogue failed", package=followed.package, problem=str(problem))
        return record(followed, CheckResult.FAILED, at=at, tally=tally)
    datasets = {d.slug: d for d in Dataset.objects.followed().filter(package=followed.package)}
    if only:
        datasets = {slug: dataset for slug, dataset in datasets.items() if slug == only}
    created = []
    for bundle in bundles(listed.resources, {slug: d.files for slug, d in datasets.items()}):
        sources = _sources(bundle, lease, within, tally, at=at)
        if files := wanted(datasets[bundle.dataset], sources):
            created.append(jobs.create(sources=files, dataset=datasets[bundle.dataset]))
    return record(followed, result_of(tally), at=at, tally=tally, jobs=created)


class _NoAnswer(Exception):
    """The catalogue could not be asked."""


def _listed(package: str, within: Limits) -> Package:
    base = settings.STET_CATALOGUE_URL.rstrip("/") + "/"
    url = urljoin(base, f"package_show?id={quote(package, safe='')}")
    small = Limits(within.hosts, within.timeout, min(within.size, CATALOGUE_LIMIT))
    match fetch(url, limits=small):
        case Fetched(data=data):
            return parse(data)
        case Failed(reason=reason, message=message):
            raise _NoAnswer(f"{reason.value}: {message}")
        case NotModified():
            raise _NoAnswer("status: the server answered 304 to a plain question")


def _sources(bundle: Bundle, lease: Lease, within: Limits, tally: Tally, *, at: datetime) -> list[SourceFile]:
    """The kept bytes of a bundle's files, each as new as the portal's as far as it could be had."""
    kept = []
    for resource in bundle.files:
        lease.renew(at=timezone.now())
        if len(resource.url) > ADDRESS_LENGTH:
            tally.problems.append(f"{resource.file_name[:80]}: its address is longer than {ADDRESS_LENGTH}")
            continue
        remote = _remote(lease.package, resource)
        if _is_due(remote, resource, at=at):
            _refresh(remote, resource, within, tally, at=at)
        if remote.source is not None:
            kept.append(remote.source)
    return kept


def _remote(package: FollowedPackage, resource: Resource) -> RemoteFile:
    remote, _created = RemoteFile.objects.select_related("source").get_or_create(
        url=resource.url, defaults={"package": package, "name": resource.file_name[-255:]}
    )
    return remote


def _is_due(remote: RemoteFile, resource: Resource, *, at: datetime) -> bool:
    """Whether to ask for a file: always, unless the only way to ask is to fetch it whole for no reason."""
    if remote.source is None or remote.fetched_at is None or remote.etag or remote.last_modified:
        return True
    return remote.listed != resource.listed or at - remote.fetched_at >= WITHOUT_VALIDATORS


def _refresh(remote: RemoteFile, resource: Resource, within: Limits, tally: Tally, *, at: datetime) -> None:
    """Ask for a file and keep what is new of it."""
    tally.asked += 1
    known = remote.source is not None
    etag, last_modified = (remote.etag, remote.last_modified) if known else ("", "")
    match fetch(remote.url, limits=within, etag=etag, last_modified=last_modified):
        case Failed(reason=reason, message=message):
            tally.problems.append(f"{remote.name}: {reason.value}: {message}")
            log.warning("a file could not be fetched", url=remote.url, reason=reason.value, problem=message)
        case NotModified():
            tally.unmodified += 1
            RemoteFile.objects.filter(pk=remote.pk).update(listed=resource.listed)
        case Fetched() as came:
            tally.fetched += _kept(remote, resource, came, at=at)


@transaction.atomic
def _kept(remote: RemoteFile, resource: Resource, came: Fetched, *, at: datetime) -> bool:
    """Keep the bytes, unless they are those kept already; whether they are new."""
    source = keep(
        name=remote.name, data=came.data, url=remote.url, etag=came.etag, last_modified=came.last_modified
    )
    new = remote.source is None or remote.source.sha256 != source.sha256
    if not new:
        source.delete()
    else:
        remote.source = source
    remote.etag, remote.last_modified = came.etag, came.last_modified
    remote.listed, remote.fetched_at = resource.listed, at
    remote.save()
    return new
