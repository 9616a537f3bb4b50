-- Reports of the month before that are made on a day of each month; a plan that is ended stays on file.
create table report_plan (
    id       bigint generated always as identity primary key,
    kind     varchar(20) not null,
    -- for the notice board: names are masked
    posting  boolean     not null,
    day      integer     not null check (day between 1 and 28),
    at_time  time        not null,
    set_at   timestamptz not null,
    set_by   varchar(60) not null,
    ended_at timestamptz,
    ended_by varchar(60),
    check ((ended_at is null) = (ended_by is null))
);

-- A report that is made in the background, taken by one instance at a time, and kept.
create table report_job (
    id           bigint generated always as identity primary key,
    plan_id      bigint references report_plan,
    kind         varchar(20) not null,
    posting      boolean     not null,
    month        date        not null,
    asked_at     timestamptz not null,
    asked_by     varchar(60) not null,
    state        varchar(8)  not null default 'WAITING' check (state in ('WAITING', 'MAKING', 'DONE', 'FAILED')),
    parts_done   integer     not null default 0,
    parts        integer     not null default 0,
    worker       varchar(40),
    lease_until  timestamptz,
    finished_at  timestamptz,
    incident     varchar(30),
    workbook     bytea,
    print        bytea,
    published_at timestamptz,
    published_by varchar(60),
    -- a plan makes a month once, however many instances see that its time has come
    unique (plan_id, month),
    check ((state = 'DONE') = (workbook is not null and print is not null)),
    check ((published_at is null) = (published_by is null)),
    check (published_at is null or posting and state = 'DONE')
);
create index report_job_due on report_job (id) where state in ('WAITING', 'MAKING');
create index report_job_published on report_job (published_at desc) where published_at is not null;
