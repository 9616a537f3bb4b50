-- What a settled claim moved, so that a reversal takes back exactly that; unknown for claims of earlier versions.
alter table claim
    add column year            integer,
    add column stays           integer,
    add column basic_fund      numeric(16,2),
    add column large_amount    numeric(16,2),
    add column serious_burden  numeric(16,2),
    add column serious_illness numeric(16,2),
    add column assistance      numeric(16,2),
    add column outpatient_fund numeric(16,2),
    add column account         numeric(16,2),
    add column reversed_by     varchar(200);

-- one settled claim for a visit, until it is reversed
drop index claim_of_visit;
create unique index claim_of_visit on claim (hospital_id, visit_number) where outcome = 'COMPLETE' and reversed_by is null;

create table reversal (
    identifier       varchar(200) primary key,
    claim_identifier varchar(200) not null,
    received_at      timestamptz  not null,
    outcome          varchar(10)  not null check (outcome in ('COMPLETE', 'ERROR')),
    request_digest   varchar(64)  not null,
    request          bytea        not null,
    response         bytea        not null
);
