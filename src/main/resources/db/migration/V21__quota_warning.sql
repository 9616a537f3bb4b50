-- A quota's level was reached: once for each level and period, on file with who has seen it.
create table quota_warning (
    id        bigint generated always as identity primary key,
    scope     varchar(12)   not null,
    code      varchar(40)   not null,
    period    varchar(8)    not null,
    start     date          not null,
    measure   varchar(40)   not null,
    level     integer       not null,
    -- the quota's limit and what was used of it at that moment
    amount    numeric(18,2) not null,
    used      numeric(18,2) not null,
    at        timestamptz   not null,
    -- a higher level was reached in the same moment, which alone is told
    overtaken boolean       not null,
    unique (scope, code, period, start, measure, level)
);
create index quota_warning_at on quota_warning (at desc);

create table quota_warning_seen (
    warning_id bigint      not null references quota_warning,
    who        varchar(60) not null,
    at         timestamptz not null,
    primary key (warning_id, who)
);
