-- What a person has used in a year, kept here: settled visits add to it, a reversal takes back, and what the payer
-- reports corrects it. The figures are signed: a correction may run ahead of an answer that is still on its way.

create table person_year (
    id                   bigint primary key,
    member_number        varchar(30)   not null,
    insurance_type       varchar(12)   not null,
    year                 integer       not null,
    reported_at          timestamptz,
    year_stays           integer       not null default 0,
    year_basic_fund      numeric(16,2) not null default 0,
    year_large_amount    numeric(16,2) not null default 0,
    year_serious_burden  numeric(16,2) not null default 0,
    year_serious_illness numeric(16,2) not null default 0,
    year_assistance      numeric(16,2) not null default 0,
    year_outpatient_fund numeric(16,2) not null default 0,
    unique (member_number, insurance_type, year)
);

-- append-only: what moved it; the sums above are the sums of these
create table year_entry (
    id                   bigint primary key,
    person_year_id       bigint        not null references person_year,
    kind                 varchar(12)   not null check (kind in ('SETTLED', 'REVERSED', 'REPORTED')),
    at                   timestamptz   not null,
    visit_id             bigint        not null references visit,
    claim_id             bigint references claim,
    year_stays           integer       not null,
    year_basic_fund      numeric(16,2) not null,
    year_large_amount    numeric(16,2) not null,
    year_serious_burden  numeric(16,2) not null,
    year_serious_illness numeric(16,2) not null,
    year_assistance      numeric(16,2) not null,
    year_outpatient_fund numeric(16,2) not null,
    check ((kind = 'REPORTED') = (claim_id is null))
);
create index year_entry_person on year_entry (person_year_id, id);
-- a claim counts once, and is taken back once
create unique index year_entry_once on year_entry (claim_id, kind) where claim_id is not null;
create trigger year_entry_append_only before update or delete on year_entry
    for each row execute function refuse_change();

-- the year that a claim was settled with stays with it, so that it settles again to the same fen
alter table claim
    add column burden_counted       numeric(16,2) not null default 0,
    add column year_stays           integer       not null default 0,
    add column year_basic_fund      numeric(16,2) not null default 0,
    add column year_large_amount    numeric(16,2) not null default 0,
    add column year_serious_burden  numeric(16,2) not null default 0,
    add column year_serious_illness numeric(16,2) not null default 0,
    add column year_assistance      numeric(16,2) not null default 0,
    add column year_outpatient_fund numeric(16,2) not null default 0;

-- until this version a claim was settled with what the payer had reported at its visit's last verification
update claim c
   set year_stays = m.year_stays, year_basic_fund = m.year_basic_fund, year_large_amount = m.year_large_amount,
       year_serious_burden = m.year_serious_burden, year_serious_illness = m.year_serious_illness,
       year_assistance = m.year_assistance, year_outpatient_fund = m.year_outpatient_fund
  from membership m
 where m.visit_id = c.visit_id;

-- and the latest report of each person is where the year stands
insert into person_year (id, member_number, insurance_type, year, reported_at, year_stays, year_basic_fund,
                         year_large_amount, year_serious_burden, year_serious_illness, year_assistance,
                         year_outpatient_fund)
select nextval('row_id'), r.member_number, r.insurance_type, r.year, r.verified_on::timestamptz, r.year_stays,
       r.year_basic_fund, r.year_large_amount, r.year_serious_burden, r.year_serious_illness, r.year_assistance,
       r.year_outpatient_fund
  from (select distinct on (member_number, insurance_type, year) *
          from (select m.*, extract(year from coalesce(v.discharged_at, v.admitted_at))::integer as year
                  from membership m join visit v on v.id = m.visit_id) as reported
         order by member_number, insurance_type, year, verified_on desc, visit_id desc) as r;

insert into year_entry (id, person_year_id, kind, at, visit_id, year_stays, year_basic_fund, year_large_amount,
                        year_serious_burden, year_serious_illness, year_assistance, year_outpatient_fund)
select nextval('row_id'), p.id, 'REPORTED', p.reported_at, r.visit_id, p.year_stays, p.year_basic_fund,
       p.year_large_amount, p.year_serious_burden, p.year_serious_illness, p.year_assistance, p.year_outpatient_fund
  from person_year p
  join lateral (select m.visit_id
                  from membership m join visit v on v.id = m.visit_id
                 where m.member_number = p.member_number and m.insurance_type = p.insurance_type
                   and extract(year from coalesce(v.discharged_at, v.admitted_at)) = p.year
                 order by m.verified_on desc, m.visit_id desc
                 limit 1) as r on true;
