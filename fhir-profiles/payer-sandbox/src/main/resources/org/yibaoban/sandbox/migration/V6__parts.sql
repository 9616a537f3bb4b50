-- A stay that goes on is settled in parts: each is a claim, and what the next one goes on from stays with it.
alter table claim
    add column part         integer,
    add column mid_stay     boolean not null default false,
    -- earlier stays of the year, as the stay's first part was settled with
    add column stays_before integer,
    add column deductible   numeric(16,2),
    add column charge_ids   text[];

-- one settled claim for a visit, until it is reversed; parts of a stay that goes on stand beside it, each once
drop index claim_of_visit;
create unique index claim_of_visit on claim (hospital_id, visit_number)
    where outcome = 'COMPLETE' and reversed_by is null and not mid_stay;
create unique index claim_of_part on claim (hospital_id, visit_number, part)
    where outcome = 'COMPLETE' and reversed_by is null and part is not null;
