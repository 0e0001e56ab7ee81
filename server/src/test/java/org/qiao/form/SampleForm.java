package org.qiao.form;

/** A form with every kind of field. */
final class SampleForm {

    private SampleForm() {}

    static FormSchema everything() {
        return SchemaRuleTest.form("""
                {'key':'title','kind':'TEXT','label':'Title','required':true,'maxLength':20},
                {'key':'why','kind':'LONG_TEXT','label':'Why','maxLength':65535},
                {'key':'count','kind':'NUMBER','label':'Count','unit':'pcs','decimals':2,'min':'-5','max':'1000'},
                {'key':'price','kind':'AMOUNT','label':'Price','capitals':true},
                {'key':'yen','kind':'AMOUNT','label':'Yen','currency':'JPY'},
                {'key':'kind','kind':'CHOICE','label':'Kind','options':[{'id':'a','label':'Aa'},{'id':'b','label':'Bb'}]},
                {'key':'more','kind':'CHOICES','label':'More','options':[{'id':'x','label':'Xx'},{'id':'y','label':'Yy'}]},
                {'key':'day','kind':'DATE','label':'Day','default':'TODAY'},
                {'key':'half','kind':'DATE','label':'Half','precision':'HALF_DAY'},
                {'key':'time','kind':'DATE','label':'Time','precision':'MINUTE'},
                {'key':'trip','kind':'DATE_RANGE','label':'Trip','precision':'HALF_DAY','length':'WORK_DAYS'},
                {'key':'shift','kind':'DATE_RANGE','label':'Shift','precision':'MINUTE','length':'HOURS'},
                {'key':'who','kind':'MEMBER','label':'Who','many':true,'default':'ME'},
                {'key':'dept','kind':'DEPARTMENT','label':'Department'},
                {'key':'phone','kind':'PHONE','label':'Phone'},
                {'key':'idno','kind':'ID_NUMBER','label':'ID number'},
                {'key':'files','kind':'ATTACHMENT','label':'Files','max':3},
                {'key':'pics','kind':'PHOTO','label':'Pictures','cameraOnly':true},
                {'key':'items','kind':'TABLE','label':'Items','totals':['sum'],'columns':[
                  {'key':'name','kind':'TEXT','label':'Name','required':true},
                  {'key':'qty','kind':'NUMBER','label':'Quantity'},
                  {'key':'cost','kind':'AMOUNT','label':'Cost'},
                  {'key':'sum','kind':'FORMULA','label':'Sum','expression':'qty * cost','currency':'CNY'},
                  {'key':'owner','kind':'MEMBER','label':'Owner'},
                  {'key':'gift','kind':'TEXT','label':'Gift','visibleIf':{'any':[{'all':[{'subject':'cost','op':'MORE','values':['100']}]}]}}]},
                {'key':'hint','kind':'NOTE','text':'Please be brief'},
                {'key':'total','kind':'FORMULA','label':'Total','expression':'SUM(items.sum) + price','currency':'CNY','capitals':true},
                {'key':'rows','kind':'FORMULA','label':'Rows','expression':'items * 1','decimals':0},
                {'key':'related','kind':'APPROVAL','label':'Related','templates':[7]},
                {'key':'place','kind':'LOCATION','label':'Place','radiusMetres':100},
                {'key':'stars','kind':'RATING','label':'Stars'},
                {'key':'sign','kind':'SIGNATURE','label':'Signature'},
                {'key':'no','kind':'SERIAL','label':'Number','prefix':'A-','reset':'MONTH'},
                {'key':'guest','kind':'EXTERNAL','label':'Guest'},
                {'key':'big','kind':'LONG_TEXT','label':'Big','required':true,'visibleIf':{'any':[{'all':[{'subject':'total','op':'AT_LEAST','values':['1000']}]}]}},
                {'key':'late','kind':'TEXT','label':'Late','printable':false,'visibleIf':{'any':[{'all':[{'subject':'trip.to','op':'MORE','values':['2026-12-01']}]}]}}
                """);
    }
}
