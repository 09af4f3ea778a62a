"""Made-up lists in the official formats, small; every likeness to anybody is chance."""

OFAC_XML = """<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="http://example.org/sdn">
  <publshInformation><Publish_Date>03/02/2026</Publish_Date><Record_Count>2</Record_Count></publshInformation>
  <sdnEntry><uid>9001</uid><firstName>Arvid</firstName><lastName>TESTMANN</lastName><sdnType>Individual</sdnType>
    <programList><program>SAMPLE</program></programList>
    <idList><id><uid>1</uid><idType>Passport</idType><idNumber>X123</idNumber></id></idList>
    <akaList><aka><uid>2</uid><type>a.k.a.</type><category>strong</category><lastName>TESTMAN</lastName>
      <firstName>Arwid</firstName></aka><aka><uid>3</uid><type>a.k.a.</type><category>weak</category>
      <lastName>THE BAKER</lastName></aka></akaList>
    <dateOfBirthList><dateOfBirthItem><dateOfBirth>01 Feb 1960</dateOfBirth></dateOfBirthItem></dateOfBirthList>
  </sdnEntry>
  <sdnEntry><uid>9002</uid><lastName>SAMPLE PUMPS LLC</lastName><sdnType>Entity</sdnType></sdnEntry>
</sdnList>
"""
OFAC_CSV = (
    '9001,"TESTMANN, Arvid","individual","SAMPLE] [OTHER",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 01 Feb 1960; POB X."\r\n'
    '9002,"SAMPLE PUMPS LLC",-0- ,"SAMPLE",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1a'
)
OFAC_ALT = '9001,1,"aka","TESTMAN, Arwid",-0- \r\n\x1a'
CSL_JSON = """{"search_performed_at": "2026-03-02T05:00:00Z", "results": [
  {"id": "a1", "source": "Sample List", "type": "Individual", "name": "TESTMANN, Arvid", "alt_names": ["TESTMAN, Arwid"],
   "programs": ["SAMPLE"], "dates_of_birth": ["1960-02-01"], "nationalities": ["ZZ"],
   "ids": [{"type": "Passport", "number": "X123", "country": "ZZ"}], "addresses": [{"country": "ZZ"}]},
  {"id": "a2", "source": "Sample List", "type": null, "name": "Sample Pumps LLC", "alt_names": [], "programs": [],
   "license_requirement": "For all items", "license_policy": "Presumption of denial"}]}
"""
CSL_CSV = """_id,source,entity_number,type,programs,name,title,addresses,start_date,alt_names,nationalities,dates_of_birth,ids
a1,Sample List,1,Individual,SAMPLE,"TESTMANN, Arvid",,,2020-01-01,"TESTMAN, Arwid; TESTMAN, A.",ZZ,1960-02-01,
a2,Sample List,2,Entity,,Sample Pumps LLC,,,,,,,
"""
UN_XML = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-03-02T00:00:09Z"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>
  <FIRST_NAME>ARVID</FIRST_NAME><SECOND_NAME>TESTMANN</SECOND_NAME><UN_LIST_TYPE>SAMPLE</UN_LIST_TYPE>
  <REFERENCE_NUMBER>SMi.001</REFERENCE_NUMBER><LISTED_ON>2020-01-01</LISTED_ON>
  <NAME_ORIGINAL_SCRIPT>Арвид Тестманн</NAME_ORIGINAL_SCRIPT><NATIONALITY><VALUE>Nowhere</VALUE></NATIONALITY>
  <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Arwid Testman</ALIAS_NAME></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Baker</ALIAS_NAME></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_DATE_OF_BIRTH><YEAR>1960</YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL></INDIVIDUALS>
<ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>SAMPLE PUMPS LLC</FIRST_NAME>
  <REFERENCE_NUMBER>SMe.001</REFERENCE_NUMBER></ENTITY></ENTITIES></CONSOLIDATED_LIST>
"""
EU_XML = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://example.org/fsd" generationDate="2026-03-02T10:00:00.000+01:00">
 <sanctionEntity designationDate="2020-01-01" euReferenceNumber="EU.1.1" logicalId="1">
  <regulation programme="SAMPLE"/><subjectType code="person" classificationCode="P"/>
  <nameAlias firstName="Arvid" lastName="Testmann" wholeName="Arvid Testmann" strong="true"/>
  <nameAlias wholeName="Arwid Testman" strong="true"/><nameAlias wholeName="The Baker" strong="false"/>
  <citizenship countryIso2Code="ZZ"/><birthdate birthdate="1960-02-01" year="1960"/>
  <identification identificationTypeCode="passport" number="X123"/></sanctionEntity>
 <sanctionEntity euReferenceNumber="EU.1.2" logicalId="2"><subjectType code="enterprise" classificationCode="E"/>
  <nameAlias firstName="" lastName="" wholeName="Sample Pumps LLC" strong="true"/></sanctionEntity></export>
"""
EU_CSV = """fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;Entity_Regulation_Programme;NameAlias_WholeName;Citizenship_CountryIso2Code;BirthDate_BirthDate
02/03/2026;1;EU.1.1;P;SAMPLE;Arvid Testmann;;
02/03/2026;1;EU.1.1;P;;Arwid Testman;;
02/03/2026;1;EU.1.1;P;;;ZZ;1960-02-01
02/03/2026;2;EU.1.2;E;;Sample Pumps LLC;;
"""
UK_XML = """<?xml version="1.0" encoding="utf-8"?>
<Designations><DateGenerated>02/03/2026</DateGenerated>
 <Designation><UniqueID>SMP0001</UniqueID><DateDesignated>01/01/2020</DateDesignated><RegimeName>Sample</RegimeName>
  <IndividualEntityShip>Individual</IndividualEntityShip><Names><Name><Name1>Arvid</Name1><Name6>Testmann</Name6></Name>
  <Name><Name1>Arwid</Name1><Name6>Testman</Name6></Name></Names>
  <SanctionsImposed>Asset freeze</SanctionsImposed></Designation>
 <Designation><UniqueID>SMP0002</UniqueID><IndividualEntityShip>Entity</IndividualEntityShip>
  <Names><Name><Name6>Sample Pumps LLC</Name6></Name></Names></Designation></Designations>
"""
UK_CSV = """Last Updated,02/03/2026
Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name Non-Latin Script,DOB,Nationality,Group Type,Alias Quality,Regime,Listed On,Group ID
TESTMANN,Arvid,,,,,,01/02/1960,Nowhere,Individual,,Sample,01/01/2020,1
TESTMAN,Arwid,,,,,,,,Individual,Good quality,Sample,01/01/2020,1
BAKER,The,,,,,,,,Individual,Low quality,Sample,01/01/2020,1
SAMPLE PUMPS LLC,,,,,,,,,Entity,,Sample,01/01/2020,2
"""
# The sanctions list that replaced the consolidated list on 28 January 2026.
UK_LIST_CSV = """Report Date: 02-Mar-2026
Last Updated,Unique ID,OFSI Group ID,Name 6,Name 1,Name 2,Name type,Alias strength,Name non-latin script,Regime Name,Designation Type,Sanctions Imposed,Address Country,Date Designated,D.O.B,Nationality(/ies),Passport number,IMO number
01/03/2026,SMP0001,1,TESTMANN,Arvid,,Primary Name,,Арвид Тестман,Sample,Individual,Asset freeze|Travel Ban,,01/01/2020,dd/mm/1960,Nowhere,X123,
01/03/2026,SMP0001,1,TESTMAN,Arwid,,Alias,Good quality a.k.a,,Sample,Individual,Asset freeze|Travel Ban,,01/01/2020,,,,
01/03/2026,SMP0001,1,BAKER,The,,Alias,Low quality a.k.a,,Sample,Individual,Asset freeze|Travel Ban,,01/01/2020,,,,
01/03/2026,SMP0002,2,SAMPLE PUMPS LLC,,,Primary Name,,,Sample,Entity,Asset freeze,Nowhere,01/01/2020,,,,
01/03/2026,SMP0003,3,SAMPLE STAR,,,Primary Name,,,Sample,Ship,Port entry ban,,01/01/2020,,,,9999999
"""
PLAIN_CSV = """id,name,aliases,kind,country,born,follows
1,"Testmann, Arvid",Arwid Testman; A. Testman,person,ZZ,1960,no business
2,Sample Pumps LLC,,firm,,,
"""
BOMB = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;">
<!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;">]><sdnList><sdnEntry><uid>&lol3;</uid></sdnEntry></sdnList>"""

ALL = {
    "ofac-xml": OFAC_XML, "ofac-csv": OFAC_CSV, "csl-json": CSL_JSON, "csl-csv": CSL_CSV, "un-xml": UN_XML,
    "eu-xml": EU_XML, "eu-csv": EU_CSV, "uk-xml": UK_XML, "uk-csv": UK_CSV, "plain-csv": PLAIN_CSV,
}  # fmt: skip
DATED = frozenset({"ofac-xml", "csl-json", "un-xml", "eu-xml", "eu-csv", "uk-xml", "uk-csv"})
