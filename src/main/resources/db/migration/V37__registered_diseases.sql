-- Chronic and special diseases that members are registered for (opsp_dise_code), as the payer reported them last.
create table disease_registration (
    member_number  varchar(30)   not null,
    insurance_type varchar(12)   not null,
    disease        varchar(20)   not null,
    name           varchar(100)  not null,
    valid_from     date          not null,
    valid_to       date          check (valid_to >= valid_from),
    hospital       varchar(30),
    yearly_limit   numeric(16,2) check (yearly_limit >= 0),
    primary key (member_number, insurance_type, disease, valid_from)
);

-- What the fund paid for a registered disease in a calendar year: moved by settlements here, corrected by the payer's report.
create table disease_year (
    member_number  varchar(30)   not null,
    insurance_type varchar(12)   not null,
    year           integer       not null,
    disease        varchar(20)   not null,
    fund           numeric(16,2) not null,
    primary key (member_number, insurance_type, year, disease)
);

-- The disease that an outpatient visit is for; and by whose terms a claim was made, with the figures it was made with.
alter table visit add column disease varchar(20);
alter table claim
    add column disease       varchar(20),
    add column disease_limit numeric(16,2),
    add column disease_used  numeric(16,2),
    add column disease_year  integer,
    add check ((disease is null) = (disease_used is null) and (disease is null) = (disease_year is null));
