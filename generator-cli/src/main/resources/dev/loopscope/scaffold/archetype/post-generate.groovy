// Run by maven-archetype-plugin when all files are there. In a directory with a pom of packaging pom
// the plugin writes two poms anew: the suite's with a <parent>, and the parent's with a <module>.

def suite = new File(new File(request.outputDirectory, request.artifactId), 'pom.xml')
def parent = new File(request.outputDirectory, 'pom.xml')

// Every byte is a character and stays the same byte, whatever the poms are encoded in.
def read = { file -> file.getText('ISO-8859-1') }
def write = { file, text -> file.setText(text, 'ISO-8859-1') }

def pom = read(suite)
if (pom.contains('</parent>')) {
    // Group and version are the parent's, unless told otherwise.
    def told = request.repositorySession?.userProperties ?: [:]
    [groupId: '@groupId@', version: '@version@'].each { key, usual ->
        if (request.properties.getProperty(key) == usual && !told.containsKey(key)) {
            pom = pom.replace("\n  <${key}>${usual}</${key}>" as String, '')
        }
    }
    // The template's own spelling, so that a later update finds what it knows.
    pom = pom.replace('<project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi=',
                      '<project xmlns="http://maven.apache.org/POM/4.0.0"\n         xmlns:xsi=')
             .replace('" xsi:schemaLocation=', '"\n         xsi:schemaLocation=')
             .replace('<target xmlns:if="ant:if" xmlns:unless="ant:unless" name="pytest">',
                      '<target name="pytest" xmlns:if="ant:if" xmlns:unless="ant:unless">')
             .replace('pip&gt;=', 'pip>=')
             .replace('" />', '"/>')
    write(suite, pom)

    // The plugin joins whatever stands before the root element in one line.
    def text = read(parent)
    int root = text.indexOf('<project')
    def prolog = text.substring(0, root).replaceAll(/(\?>|-->)(?=<|$)/, '$1\n')
    write(parent, prolog + text.substring(root))
}
