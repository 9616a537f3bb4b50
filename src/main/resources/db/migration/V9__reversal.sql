-- A settled claim can be taken back, and a differing answer accepted, each by two persons.

-- a reversed claim lets another one of the visit begin
drop index claim_one_open;
create unique index claim_one_open on claim (visit_id) where state not in ('REFUSED', 'WITHDRAWN', 'REVERSED');
create index claim_visit on claim (visit_id, created_at);

alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check check (kind in ('ELIGIBILITY', 'CLAIM', 'REVERSAL'));

create table claim_decision (
    id              bigint primary key,
    visit_id        bigint       not null references visit,
    claim_id        bigint       not null references claim,
    kind            varchar(12)  not null check (kind in ('REVERSAL', 'ACCEPTANCE')),
    state           varchar(12)  not null
        check (state in ('REQUESTED', 'RECALLED', 'REJECTED', 'QUEUED', 'UNKNOWN', 'PENDED', 'DONE', 'REFUSED')),
    reason          varchar(200) not null check (reason <> ''),
    requested_by    varchar(60)  not null,
    requested_at    timestamptz  not null,
    decided_by      varchar(60),
    decided_at      timestamptz,
    closed_at       timestamptz,
    claim_before    varchar(12)  not null,
    -- of a reversal that goes to the payer: stored before the first send, never changed
    identifier      varchar(64) unique,
    method          varchar(32),
    content         bytea,
    payer_reference varchar(64),
    note            text         not null default '',
    -- who asks does not approve, whatever a program does
    check (decided_by <> requested_by),
    -- nothing leaves without a second person
    check (decided_by is not null or state in ('REQUESTED', 'RECALLED')),
    check ((closed_at is null) = (state in ('REQUESTED', 'QUEUED', 'UNKNOWN', 'PENDED'))),
    check (state not in ('QUEUED', 'UNKNOWN', 'PENDED') or content is not null)
);
create unique index claim_decision_one_open on claim_decision (claim_id) where closed_at is null;
create index claim_decision_visit on claim_decision (visit_id);
create index claim_decision_waiting on claim_decision (requested_at) where closed_at is null;
create index year_entry_reversed on year_entry (person_year_id) where kind = 'REVERSED';
