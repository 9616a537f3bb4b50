-- Chronic and special diseases that members are registered for, and what the fund paid for each in a year.
create table registration (
    member_number varchar(30)   not null references member,
    disease       varchar(20)   not null,
    name          varchar(100)  not null,
    valid_from    date          not null,
    valid_to      date          check (valid_to >= valid_from),
    hospital      varchar(30),
    yearly_limit  numeric(16,2) check (yearly_limit >= 0),
    primary key (member_number, disease, valid_from)
);

create table disease_year (
    member_number varchar(30)   not null references member,
    year          integer       not null,
    disease       varchar(20)   not null,
    fund          numeric(16,2) not null,
    primary key (member_number, year, disease)
);

-- the disease by whose terms a claim was settled, with what a reversal takes back
alter table claim add column disease varchar(20);
alter table claim add column disease_fund numeric(16,2);
