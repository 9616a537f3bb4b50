-- What the office tells the HIS: written in the transaction that it tells of, delivered in order for each receiver, the
-- same bytes and control id over every retry.

create table his_notice (
    id              bigint primary key,
    -- the order of telling; ids come in blocks and do not say it
    seq             bigint generated always as identity,
    receiver        varchar(60)  not null,
    kind            varchar(12)  not null,
    visit_id        bigint       not null references visit,
    control_id      varchar(20)  not null unique,
    content         bytea        not null,
    state           varchar(12)  not null check (state in ('PENDING', 'DELIVERED', 'REFUSED')),
    created_at      timestamptz  not null,
    next_attempt_at timestamptz  not null,
    attempts        integer      not null default 0,
    delivered_at    timestamptz,
    note            text         not null default '',
    answer          bytea
);
create index his_notice_due on his_notice (receiver, seq) where state = 'PENDING';
create index his_notice_visit on his_notice (visit_id);

-- the flags of the visit that the receivers were told last
alter table visit add column flags_told varchar(400) not null default '';
