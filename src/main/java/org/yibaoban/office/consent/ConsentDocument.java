package org.yibaoban.office.consent;

import java.util.Arrays;

/** A document for a user to look at. */
public record ConsentDocument(String mediaType, byte[] content) {

    @Override
    public boolean equals(Object other) {
        return other instanceof ConsentDocument document
                && mediaType.equals(document.mediaType)
                && Arrays.equals(content, document.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return mediaType + " of " + content.length + " bytes";
    }
}
