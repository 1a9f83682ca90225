package freemarker.desktop;

/**
 * Stands for {@code javax.swing.tree.TreeNode}, which FreeMarker's template elements are for a
 * viewer of theirs; see {@link IntrospectionException}.
 */
public interface TreeNode {}
