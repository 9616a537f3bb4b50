package org.yibaoban.benefit;

import org.yibaoban.membership.Member;
import org.yibaoban.membership.YearToDate;

/** The person, the year so far and the visit: all that decides which terms of a plan apply. */
record Situation(Member member, YearToDate year, VisitTerms visit) {}
