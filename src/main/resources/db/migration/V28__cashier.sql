-- Money at the cashier's desk. Receipts are append-only: one is voided by another that negates it.

create table receipt_series (
    kind varchar(8) primary key check (kind in ('DEPOSIT', 'PAYMENT', 'REFUND')),
    -- raised by the transaction that writes the receipt: rolled back with it, so that no number is left out
    last bigint not null check (last >= 0)
);
insert into receipt_series values ('DEPOSIT', 0), ('PAYMENT', 0), ('REFUND', 0);

create table receipt (
    id       bigint primary key,
    kind     varchar(8)    not null references receipt_series,
    number   bigint        not null check (number > 0),
    visit_id bigint        not null references visit,
    claim_id bigint        references claim,
    voids_id bigint        unique references receipt,
    amount   numeric(16,2) not null,
    cashier  varchar(60)   not null,
    at       timestamptz   not null,
    reason   varchar(200)  not null,
    unique (kind, number),
    check ((claim_id is not null) = (kind = 'PAYMENT')),
    check (amount <> 0 and (amount > 0) = ((kind <> 'REFUND') = (voids_id is null))),
    check ((reason <> '') = (voids_id is not null))
);
create index receipt_visit on receipt (visit_id);
create index receipt_claim on receipt (claim_id) where claim_id is not null;
create index receipt_at on receipt (at);
create index receipt_cashier on receipt (cashier, at);
create trigger receipt_append_only before update or delete on receipt for each row execute function refuse_change();

create table receipt_part (
    receipt_id bigint        not null references receipt,
    method     varchar(10)   not null check (method in ('CASH', 'BANK_CARD', 'MOBILE', 'ACCOUNT', 'DEPOSIT')),
    amount     numeric(16,2) not null check (amount <> 0),
    primary key (receipt_id, method)
);
create trigger receipt_part_append_only before update or delete on receipt_part
    for each row execute function refuse_change();

-- whatever a program does, a receipt is the sum of its parts, and one that voids is the other's negation
create function receipt_adds_up() returns trigger language plpgsql as $$
begin
    if new.amount is distinct from (select sum(amount) from receipt_part where receipt_id = new.id) then
        raise exception 'receipt % is not the sum of its parts', new.id;
    end if;
    if new.voids_id is not null and exists (
        select method from receipt_part where receipt_id in (new.id, new.voids_id)
        group by method having sum(amount) <> 0) then
        raise exception 'receipt % does not negate the one it voids', new.id;
    end if;
    return null;
end $$;
create constraint trigger receipt_adds_up after insert on receipt deferrable initially deferred
    for each row execute function receipt_adds_up();

-- a receipt is voided by two persons
create table receipt_void (
    id           bigint primary key,
    receipt_id   bigint       not null references receipt,
    reason       varchar(200) not null check (reason <> ''),
    requested_by varchar(60)  not null,
    requested_at timestamptz  not null,
    approved     boolean,
    decided_by   varchar(60)  check (decided_by <> requested_by),
    decided_at   timestamptz,
    check ((approved is null) = (decided_by is null) and (approved is null) = (decided_at is null))
);
create unique index receipt_void_once on receipt_void (receipt_id) where approved is distinct from false;
create index receipt_void_open on receipt_void (requested_at) where approved is null;

create table till_closing (
    id         bigint primary key,
    cashier    varchar(60)  not null,
    at         timestamptz  not null,
    reason     varchar(200) not null,
    receiver   varchar(60)  not null check (receiver <> cashier),
    confirmed  boolean,
    decided_at timestamptz,
    remark     varchar(200) not null default '',
    check ((confirmed is null) = (decided_at is null))
);
create index till_closing_at on till_closing (at desc);
create index till_closing_open on till_closing (receiver) where confirmed is null;

create table till_closing_count (
    closing_id bigint        not null references till_closing,
    method     varchar(10)   not null check (method in ('CASH', 'BANK_CARD', 'MOBILE')),
    counted    numeric(16,2) not null,
    primary key (closing_id, method)
);
create trigger till_closing_count_append_only before update or delete on till_closing_count
    for each row execute function refuse_change();

create table till_closing_receipt (
    closing_id bigint not null references till_closing,
    receipt_id bigint not null references receipt,
    primary key (closing_id, receipt_id)
);
create index till_closing_receipt_of on till_closing_receipt (receipt_id);
create trigger till_closing_receipt_append_only before update or delete on till_closing_receipt
    for each row execute function refuse_change();

-- a receipt is in one closing at a time; in another one only after the first was given back
create function receipt_closed_once() returns trigger language plpgsql as $$
begin
    perform 1 from receipt where id = new.receipt_id for update;
    if exists (select 1 from till_closing_receipt r join till_closing c on c.id = r.closing_id
               where r.receipt_id = new.receipt_id and r.closing_id <> new.closing_id
                 and c.confirmed is distinct from false) then
        raise exception 'receipt % is closed already', new.receipt_id;
    end if;
    return new;
end $$;
create trigger receipt_closed_once before insert on till_closing_receipt
    for each row execute function receipt_closed_once();

-- decided once, and nothing else changes
create function decided_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.decided_at is not null then
        raise exception 'what was decided stays';
    end if;
    return new;
end $$;
create trigger receipt_void_kept before update or delete on receipt_void for each row execute function decided_once();
create trigger till_closing_kept before update or delete on till_closing for each row execute function decided_once();
