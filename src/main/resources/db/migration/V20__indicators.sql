-- Indicators: what every transaction moves, and the sums that it is folded into (docs/indicators.md, ADR 12).

-- stamped when a line is posted: a later list of items changes no line
alter table charge_line add column large_equipment boolean not null default false;

-- What a transaction moved and what is not in the sums yet: charges that count alike, or (without a day) a visit to be
-- looked at again. Only ever inserted by whoever changes something, so that nobody waits here; taken by one folder at a
-- time. No reference to the visit: it may be stored later in the same transaction.
create table indicator_move (
    id              bigint generated always as identity primary key,
    visit_id        bigint not null,
    day             date,
    department      varchar(40),
    doctor          varchar(40),
    charge_type     varchar(12),
    item_class      char(1),
    large_equipment boolean,
    amount          numeric(18,2),
    lines           bigint
);

-- the ledger by visit and what counts alike, as far as it is folded
create table indicator_cell (
    visit_id        bigint        not null,
    day             date          not null,
    department      varchar(40)   not null,
    doctor          varchar(40)   not null,
    charge_type     varchar(12)   not null,
    item_class      char(1)       not null,
    large_equipment boolean       not null,
    amount          numeric(18,2) not null,
    lines           bigint        not null,
    primary key (visit_id, day, department, doctor, charge_type, item_class, large_equipment)
);
create index indicator_cell_department on indicator_cell (department, day);
create index indicator_cell_day on indicator_cell (day);

-- what a visit counts for in the sums now
create table indicator_visit (
    visit_id         bigint primary key,
    patient_id       bigint        not null,
    inpatient        boolean       not null,
    counts           boolean       not null,
    department       varchar(40)   not null,
    ward             varchar(40)   not null,
    doctor           varchar(40)   not null,
    payer            varchar(20)   not null,
    begun            date          not null,
    discharged       date,
    charges          numeric(18,2) not null,
    over_cap         boolean       not null,
    readmission      boolean       not null,
    settled_total    numeric(18,2),
    settled_borne    numeric(18,2),
    settled_fund     numeric(18,2),
    below_deductible boolean
);
create index indicator_visit_patient on indicator_visit (patient_id);
create index indicator_visit_discharged on indicator_visit (discharged);
create index indicator_visit_begun on indicator_visit (begun);

-- the sums of each hospital, department, ward, doctor and payer in each day, month and year
create table indicator_tally (
    scope                    varchar(12)   not null,
    code                     varchar(40)   not null,
    grain                    varchar(8)    not null,
    start                    date          not null,
    charges                  numeric(18,2) not null default 0,
    self_paid                numeric(18,2) not null default 0,
    drugs                    numeric(18,2) not null default 0,
    consumables              numeric(18,2) not null default 0,
    large_equipment          numeric(18,2) not null default 0,
    outpatient_charges       numeric(18,2) not null default 0,
    lines                    bigint        not null default 0,
    outpatient_visits        bigint        not null default 0,
    outpatient_persons       bigint        not null default 0,
    admissions               bigint        not null default 0,
    stays                    bigint        not null default 0,
    stay_charges             numeric(18,2) not null default 0,
    bed_days                 bigint        not null default 0,
    readmissions             bigint        not null default 0,
    large_cost_stays         bigint        not null default 0,
    settled_stays            bigint        not null default 0,
    below_deductible_stays   bigint        not null default 0,
    settled_charges          numeric(18,2) not null default 0,
    below_deductible_charges numeric(18,2) not null default 0,
    patient_borne            numeric(18,2) not null default 0,
    fund_charges             numeric(18,2) not null default 0,
    fund_received            numeric(18,2) not null default 0,
    grouped_stays            bigint        not null default 0,
    cost_ratios              numeric(18,6) not null default 0,
    time_ratios              numeric(18,6) not null default 0,
    weights                  numeric(18,6) not null default 0,
    primary key (scope, grain, start, code)
);

-- how many outpatient visits a patient has in each of them: persons are counted where this leaves and reaches 0
create table indicator_person (
    scope      varchar(12) not null,
    code       varchar(40) not null,
    grain      varchar(8)  not null,
    start      date        not null,
    patient_id bigint      not null,
    visits     integer     not null,
    primary key (scope, code, grain, start, patient_id)
);

-- whatever moves a visit, the sums follow
create function indicator_visit_moved() returns trigger language plpgsql as $$
begin
    insert into indicator_move (visit_id) values (new.id);
    return null;
end $$;
create trigger indicator_visit_opened after insert on visit for each row execute function indicator_visit_moved();
create trigger indicator_visit_moved
    after update of patient_id, type, status, department, ward, doctor, admitted_at, discharged_at, membership_state,
        claim_state on visit
    for each row execute function indicator_visit_moved();
create function indicator_membership_moved() returns trigger language plpgsql as $$
begin
    insert into indicator_move (visit_id) values (new.visit_id);
    return null;
end $$;
create trigger indicator_membership_moved after insert or update on membership
    for each row execute function indicator_membership_moved();

-- what is here already: its lines are cells, its visits wait for the first fold
insert into indicator_cell
select visit_id, service_time::date, ordering_department, coalesce(ordered_by, ''), charge_type, item_class,
       large_equipment, sum(amount), count(*)
  from charge_line
 group by 1, 2, 3, 4, 5, 6, 7;
insert into indicator_move (visit_id) select id from visit order by id;

-- one truth: a department's month stands among the sums above
drop table department_month;
