-- Files and polled views of a HIS without messages (docs/tabular.md).

-- a file to be checked and loaded, or a view's polls of one day; the job itself: whoever holds the lease works on it
create table tabular_load (
    id              bigint primary key,
    channel         varchar(8)    not null check (channel in ('FILE', 'VIEW')),
    table_id        varchar(100)  not null,
    file_name       varchar(200)  not null,
    size            bigint        not null,
    sha256          bytea,
    day             date,
    created_at      timestamptz   not null,
    created_by      varchar(60)   not null,
    state           varchar(12)   not null check (state in
        ('UPLOADED', 'CHECKING', 'CHECKED', 'QUEUED', 'LOADING', 'DONE', 'FAILED', 'STOPPED')),
    expected        bigint        not null default 0,
    row_count       bigint        not null default 0,
    left_out        bigint        not null default 0,
    loaded          bigint        not null default 0,
    repeated        bigint        not null default 0,
    waiting         bigint        not null default 0,
    rejected        bigint        not null default 0,
    amount          numeric(18,2) not null default 0,
    unknown_columns text          not null default '',
    chinese         text          not null default '',
    english         text          not null default '',
    incident_id     varchar(20)   not null default '',
    finished_at     timestamptz,
    lease_until     timestamptz,
    lease_by        varchar(60)   not null default ''
);
create index tabular_load_due on tabular_load (id) where state in ('UPLOADED', 'CHECKING', 'QUEUED', 'LOADING');
create unique index tabular_load_day on tabular_load (table_id, day) where channel = 'VIEW';

-- the file as it was given, in parts that fit a statement
create table tabular_part (
    id      bigint primary key,
    load_id bigint  not null references tabular_load,
    part    integer not null,
    content bytea   not null,
    unique (load_id, part)
);

-- mark: what makes a rejected row of a load one and the same, its line or for a view its digest
create table tabular_reject (
    id          bigint primary key,
    load_id     bigint       not null references tabular_load,
    mark        varchar(64)  not null,
    row_number  bigint       not null,
    row_key     varchar(200) not null,
    column_name varchar(200) not null,
    shown       varchar(80)  not null,
    code        varchar(10)  not null,
    chinese     text         not null,
    english     text         not null,
    incident_id varchar(20)  not null,
    unique (load_id, mark)
);

-- which rows were loaded, by table and key; read by this key alone
create table tabular_seen (
    id        varchar(310) primary key,
    digest    varchar(64)   not null,
    row_count integer       not null,
    quantity  numeric(20,4) not null,
    amount    numeric(18,2) not null,
    parts     integer       not null,
    load_id   bigint        not null
);

create table tabular_view (
    table_id    varchar(100) primary key,
    watermark   timestamp,
    epoch       integer      not null default 0,
    stopped     boolean      not null default false,
    polled_at   timestamptz,
    read_at     timestamptz,
    failure     text         not null default '',
    incident_id varchar(20)  not null default '',
    lease_until timestamptz,
    lease_by    varchar(60)  not null default ''
);
