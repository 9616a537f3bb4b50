-- What the payer deducts after review, and the appeals against it with their evidence.

create table deduction (
    id          bigint generated always as identity primary key,
    notice      varchar(60)   not null check (notice <> ''),
    claim_id    bigint        not null references claim,
    department  varchar(40)   not null,
    item        varchar(200)  not null,
    rule        varchar(200)  not null,
    reason      varchar(1000) not null check (reason <> ''),
    amount      numeric(16,2) not null check (amount > 0),
    notified    date          not null,
    deadline    date          not null check (deadline >= notified),
    state       varchar(12)   not null
        check (state in ('NOTIFIED', 'CONCEDED', 'APPEALED', 'UPHELD', 'PARTLY', 'WITHDRAWN')),
    returned    numeric(16,2) not null default 0 check (returned >= 0 and returned <= amount),
    -- the same line of the same notice is entered once
    unique (notice, claim_id, item, rule),
    check (returned = 0 or state in ('PARTLY', 'WITHDRAWN')),
    check (state <> 'WITHDRAWN' or returned = amount)
);
create index deduction_claim on deduction (claim_id);
create index deduction_open on deduction (deadline) where state in ('NOTIFIED', 'APPEALED');

create table deduction_step (
    id           bigint generated always as identity primary key,
    deduction_id bigint      not null references deduction,
    at           timestamptz not null,
    by_user      varchar(60) not null,
    state        varchar(12) not null,
    words        text        not null
);
create index deduction_step_of on deduction_step (deduction_id);
create trigger deduction_step_append_only before update or delete on deduction_step
    for each row execute function refuse_change();

-- what an appeal rests on, byte for byte
create table deduction_evidence (
    id           bigint generated always as identity primary key,
    deduction_id bigint       not null references deduction,
    at           timestamptz  not null,
    by_user      varchar(60)  not null,
    name         varchar(200) not null,
    sha256       char(64)     not null,
    content      bytea        not null,
    unique (deduction_id, sha256)
);
create trigger deduction_evidence_append_only before update or delete on deduction_evidence
    for each row execute function refuse_change();
