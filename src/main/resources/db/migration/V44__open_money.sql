-- What the cashiers' pages begin with, kept beside the receipts by triggers, so that looking at it does not grow with the
-- years. Both tables are lists of references: no amount is kept twice.

-- receipts that are in no closing, or only in one that was given back
create table till_open (
    receipt_id bigint primary key references receipt,
    cashier    varchar(60) not null
);
create index till_open_cashier on till_open (cashier);
insert into till_open
select r.id, r.cashier from receipt r
where not exists (select 1 from till_closing_receipt t join till_closing c on c.id = t.closing_id
                  where t.receipt_id = r.id and c.confirmed is distinct from false);

create function till_opens() returns trigger language plpgsql as $$
begin
    insert into till_open values (new.id, new.cashier);
    return null;
end $$;
create trigger receipt_opens_till after insert on receipt for each row execute function till_opens();

create function till_closes() returns trigger language plpgsql as $$
begin
    delete from till_open where receipt_id = new.receipt_id;
    return null;
end $$;
create trigger till_closing_closes after insert on till_closing_receipt for each row execute function till_closes();

create function till_opens_again() returns trigger language plpgsql as $$
begin
    insert into till_open
    select r.id, r.cashier from till_closing_receipt t join receipt r on r.id = t.receipt_id where t.closing_id = new.id;
    return null;
end $$;
create trigger till_closing_given_back after update on till_closing
    for each row when (new.confirmed = false and old.confirmed is null) execute function till_opens_again();

-- claims that stand and whose share is not known to be paid in full
create table share_open (
    claim_id bigint primary key references claim
);
insert into share_open
select c.id from claim c
where c.state not in ('REFUSED', 'WITHDRAWN', 'REVERSED')
  and not exists (select 1 from claim_answer a where a.claim_id = c.id and a.field = 'PERSONAL' and c.state = 'SETTLED'
                  and a.amount <= (select coalesce(sum(r.amount), 0) from receipt r where r.claim_id = c.id));

create function share_opens() returns trigger language plpgsql as $$
begin
    if new.state in ('REFUSED', 'WITHDRAWN', 'REVERSED') then
        delete from share_open where claim_id = new.id;
    else
        insert into share_open values (new.id) on conflict do nothing;
    end if;
    return null;
end $$;
create trigger claim_opens_share after insert on claim for each row execute function share_opens();
create trigger claim_ends_share after update of state on claim
    for each row when (new.state is distinct from old.state) execute function share_opens();

-- a receipt of the share is written under the visit's lock: what was taken does not change meanwhile
create function share_paid() returns trigger language plpgsql as $$
begin
    if (select amount from claim_answer where claim_id = new.claim_id and field = 'PERSONAL')
            <= (select sum(amount) from receipt where claim_id = new.claim_id) then
        delete from share_open where claim_id = new.claim_id;
    elsif exists (select 1 from claim where id = new.claim_id and state not in ('REFUSED', 'WITHDRAWN', 'REVERSED')) then
        insert into share_open values (new.claim_id) on conflict do nothing;
    end if;
    return null;
end $$;
create trigger receipt_pays_share after insert on receipt
    for each row when (new.claim_id is not null) execute function share_paid();

-- reports of a month read what belongs to it, however long ago it is
create index quota_query_month on quota_query (month);
create index review_sample_drawn on review_sample (drawn_at);
