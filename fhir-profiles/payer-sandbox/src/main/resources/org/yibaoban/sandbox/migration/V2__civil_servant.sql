-- who has the civil servants' medical subsidy (cvlserv_flag)
alter table member add column civil_servant boolean not null default false;
