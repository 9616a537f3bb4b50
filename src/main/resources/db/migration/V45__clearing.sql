-- Clearing: what the payer pays for settled claims, as it says itself or as the office enters it (docs/clearing.md, ADR 23).

create table clearing_payment (
    id            bigint generated always as identity primary key,
    payer         varchar(30)   not null,
    -- the payer's number of the clearing, or the bank's of the transfer
    number        varchar(64)   not null check (number <> ''),
    source        varchar(8)    not null check (source in ('PAYER', 'FILE', 'HAND')),
    -- national clr_type; blank for all
    clearing_type varchar(12)   not null default '',
    paid_on       date          not null,
    amount        numeric(16,2) not null,
    state         varchar(12)   not null check (state in ('ENTERED', 'CONFIRMED', 'REJECTED')),
    words         text          not null default '',
    -- what was read, byte for byte; empty where it was entered by hand
    content       bytea         not null,
    entered_by    varchar(60)   not null,
    entered_at    timestamptz   not null,
    decided_by    varchar(60),
    decided_at    timestamptz,
    why           text          not null default '',
    check ((state = 'ENTERED') = (decided_by is null)),
    check (state <> 'REJECTED' or why <> ''),
    -- who enters does not confirm, whatever a program does
    check (state <> 'CONFIRMED' or decided_by <> entered_by)
);
-- a number counts once; one that was rejected may be entered anew
create unique index clearing_payment_number on clearing_payment (payer, number) where state <> 'REJECTED';

-- what it says about each claim, with the month of the claim that it is for
create table clearing_line (
    payment_id bigint        not null references clearing_payment,
    position   integer       not null,
    kind       varchar(12)   not null check (kind in ('SETTLEMENT', 'REVERSAL', 'DEDUCTION', 'RETURNED')),
    claim_id   bigint        not null references claim,
    month      date          not null,
    insurance  varchar(12)   not null,
    amount     numeric(16,2) not null,
    reason     text          not null,
    primary key (payment_id, position)
);
create index clearing_line_claim on clearing_line (claim_id);
create trigger clearing_line_append_only before update or delete on clearing_line
    for each row execute function refuse_change();

-- what of it is for each month and insurance; adds up to the payment
create table clearing_part (
    payment_id bigint        not null references clearing_payment,
    month      date          not null check (extract(day from month) = 1),
    insurance  varchar(12)   not null,
    paid       numeric(16,2) not null,
    -- quality retention withheld; negative where it is released
    retained   numeric(16,2) not null default 0,
    primary key (payment_id, month, insurance)
);
create index clearing_part_month on clearing_part (month);
create trigger clearing_part_append_only before update or delete on clearing_part
    for each row execute function refuse_change();
