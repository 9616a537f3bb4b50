package org.yibaoban.office.catalogue;

import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.catalogue.Registers;

/**
 * What is in force, all of it held in memory. Immutable.
 *
 * @param number 0 for what {@code config/catalogue} says, then one more with each release
 * @param registers both lists with all versions
 * @param catalogue the items that are charged, made of both
 * @param lookup of what is in the lists
 */
public record Edition(long number, Registers registers, Catalogue catalogue, ItemLookup lookup) {}
