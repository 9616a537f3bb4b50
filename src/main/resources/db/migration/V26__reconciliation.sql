-- Our settlements against the payer's account of them, by day and month; what differs, what was done about it, by whom.

-- when the payer's answer came that books the claim there, whether it is as estimated or not
alter table claim add column answered_at timestamptz;
update claim c set answered_at = coalesce(c.settled_at,
           (select min(e.at) from payer_exchange e where e.claim_id = c.id and e.kind = 'CLAIM' and e.outcome = 'COMPLETE'))
 where c.state in ('SETTLED', 'DIFFERENCE', 'REVERSING', 'REVERSED') and length(c.content) > 0;
create index claim_answered on claim (answered_at) where answered_at is not null;
create index claim_decision_reversed on claim_decision (closed_at) where kind = 'REVERSAL' and state = 'DONE';

create table reconciliation (
    id                bigint generated always as identity primary key,
    payer             varchar(30)   not null,
    from_day          date          not null,
    to_day            date          not null,
    state             varchar(12)   not null check (state in ('WAITING', 'EVEN', 'UNEVEN', 'PRESENTED', 'CLOSED')),
    -- one at a time asks the payer; who dies loses it then
    lease_until       timestamptz,
    asked_at          timestamptz,
    -- blank for the daily job
    asked_by          varchar(60)   not null default '',
    error             text          not null default '',
    -- whether the lines were compared or the sums alone
    by_line           boolean       not null default false,
    here_settlements  integer       not null default 0,
    here_reversals    integer       not null default 0,
    here_total        numeric(16,2) not null default 0,
    here_fund         numeric(16,2) not null default 0,
    here_account      numeric(16,2) not null default 0,
    here_cash         numeric(16,2) not null default 0,
    there_settlements integer       not null default 0,
    there_reversals   integer       not null default 0,
    there_total       numeric(16,2) not null default 0,
    there_fund        numeric(16,2) not null default 0,
    there_account     numeric(16,2) not null default 0,
    there_cash        numeric(16,2) not null default 0,
    presented_by      varchar(60),
    presented_at      timestamptz,
    closed_by         varchar(60),
    closed_at         timestamptz,
    unique (payer, from_day, to_day),
    check (from_day <= to_day),
    -- who presents does not close, whatever a program does
    check (closed_by <> presented_by),
    check ((state = 'CLOSED') = (closed_by is not null)),
    check ((state in ('PRESENTED', 'CLOSED')) = (presented_by is not null))
);

-- what the payer answered, byte for byte
create table reconciliation_answer (
    id                bigint generated always as identity primary key,
    reconciliation_id bigint      not null references reconciliation,
    at                timestamptz not null,
    response          bytea       not null
);
create index reconciliation_answer_of on reconciliation_answer (reconciliation_id);
create trigger reconciliation_answer_append_only before update or delete on reconciliation_answer
    for each row execute function refuse_change();

create table reconciliation_difference (
    id                bigint generated always as identity primary key,
    reconciliation_id bigint        not null references reconciliation,
    -- as the payer or we name it; the payer may name one that we do not know
    claim             varchar(200)  not null,
    line              varchar(12)   not null check (line in ('SETTLEMENT', 'REVERSAL')),
    kind              varchar(16)   not null,
    state             varchar(12)   not null check (state in ('OPEN', 'GONE', 'ACCEPTED', 'EXPLAINED')),
    gap               numeric(16,2) not null,
    here_day          date,
    there_day         date,
    -- the reason that was given
    words             text          not null default '',
    settled_by        varchar(60),
    settled_at        timestamptz,
    unique (reconciliation_id, claim, line, kind),
    check ((state in ('ACCEPTED', 'EXPLAINED')) = (settled_by is not null)),
    check (settled_by is null or words <> '')
);

-- the amounts that a difference is about, as they stood when the payer was asked last
create table reconciliation_amount (
    difference_id bigint      not null references reconciliation_difference,
    field         varchar(24) not null,
    here          numeric(16,2),
    there         numeric(16,2),
    primary key (difference_id, field)
);

-- what was done about a difference; by_user is blank where the payer's answer alone moved it
create table reconciliation_step (
    id            bigint generated always as identity primary key,
    difference_id bigint      not null references reconciliation_difference,
    at            timestamptz not null,
    by_user       varchar(60) not null,
    action        varchar(12) not null
        check (action in ('FOUND', 'GONE', 'REOPENED', 'ASKED', 'RESENT', 'ACCEPTED', 'EXPLAINED')),
    words         text        not null
);
create index reconciliation_step_of on reconciliation_step (difference_id);
create trigger reconciliation_step_append_only before update or delete on reconciliation_step
    for each row execute function refuse_change();
