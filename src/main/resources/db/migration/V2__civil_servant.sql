-- the payer's word on who has the civil servants' medical subsidy (cvlserv_flag); nobody had it before this version
alter table membership add column civil_servant boolean not null default false;
